import { countText } from "../figures.ts";
import type { Words } from "../words.ts";

export const values: Words["values"] = {
  value: "Wert",
  values: "Werte",
  row: "Zeile",
  rows: "Zeilen",
  shareOf: "Anteil an",
  allRows: "Zeilen",
  counting: "Wird gezählt…",
  cannotList: "Die Werte können nicht aufgelistet werden.",
  noneFound: "Kein Wert enthält diesen Text.",
  found: (found, all) => `${found} von ${all}`,
  soFar: (words) => `${words} bisher`,
  chosen: (words, count) => `${words}, ${count} gewählt`,
  list: "Werte",
  onlyThis: "Nur dieser",
  onlyThisOf: (value) => `Nur dieser: ${value}`,
  selectAll: "Alle wählen",
  selectFound: (count) => `${count === 1 ? "Den" : "Alle"} ${countText(count)} gefundenen wählen`,
  selectNone: "Keinen wählen",
  tooMany: (most) =>
    `Mehr als ${most} Werte ergeben keinen Filter, den ein Link fassen könnte. Tippen Sie, um weniger zu finden.`,
  containsInstead: (text) => `Stattdessen „enthält ${text}“`,
  excludesInstead: (text) => `Stattdessen „enthält nicht ${text}“`,
  span: "Spanne",
  cannotSpan: "Die Spanne kann nicht gelesen werden.",
  noNumbers: "Keine Zelle ist hier eine Zahl oder ein Datum.",
  from: "von",
  to: "bis",
  outside: (rows) => `${rows} ohne Zahl oder Datum`,
  most: (from, to, rows, all) =>
    from === to
      ? `Die meisten sind ${from}: ${rows} von ${all}`
      : `Die meisten von ${from} bis ${to}: ${rows} von ${all}`,
  bin: (from, to, rows) => (from === to ? `${from}: ${rows}` : `${from} bis ${to}: ${rows}`),
};
