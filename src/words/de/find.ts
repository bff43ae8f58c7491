import { counted, countText } from "../figures.ts";
import type { Words } from "../words.ts";

export const find: Words["find"] = {
  open: "In der Tabelle finden…",
  bar: "Finden",
  field: "In der Tabelle finden",
  next: "Nächster Treffer",
  previous: "Voriger Treffer",
  close: "Finden beenden",
  status: "Treffer",
  place: "Aktueller Treffer",
  looking: "Wird gesucht…",
  failed: "Die Suche ist gescheitert. Versuchen Sie es noch einmal.",
  none: "Nicht gefunden",
  noneInSight: "Keiner zu sehen",
  at: (number, count) => `${countText(number)} von ${countText(count)}`,
  matches: (count) => counted(count, "Treffer", "Treffer"),
  soFar: (matches) => `${matches} bisher`,
  folded: (matches, count) =>
    `${matches} · ${counted(count, "weiterer", "weitere")} in zugeklappten Gruppen`,
};
