import { counted, countText } from "../figures.ts";
import type { Words } from "../words.ts";

export const picture: Words["picture"] = {
  title: "Bild",
  close: "Bild schließen",
  by: "Balken nach",
  of: "Betrag",
  most: "Balken",
  largest: (count) => `${countText(count)} größte`,
  when: "Zeitverlauf nach",
  allRows: "Zeilen",
  rowsUnit: "Zeilen",
  making: "Wird addiert…",
  failed: "Das Bild kann gerade nicht gezeichnet werden.",
  nothing: "Es gibt nichts zu zeichnen.",
  soFar: "bisher",
  barsList: (of, by) => `${of} nach ${by}`,
  time: {
    number: (of, when) => `${of} nach ${when}`,
    hour: (of, when) => `${of} je Stunde, ${when}`,
    day: (of, when) => `${of} je Tag, ${when}`,
    week: (of, when) => `${of} je Woche, ${when}`,
    month: (of, when) => `${of} je Monat, ${when}`,
    year: (of, when) => `${of} je Jahr, ${when}`,
  },
  others: (count) => (count === 1 ? "1 weiterer" : `${countText(count)} weitere`),
  rows: (count) => counted(count, "Zeile", "Zeilen"),
  mark: (name, amount, part, rows) =>
    [
      `${name}: ${amount}`,
      ...(part === "" ? [] : [`${part} der Summe`]),
      ...(rows === "" ? [] : [rows]),
    ].join(", "),
  between: (from, to) => `${from} bis ${to}`,
  total: "Summe",
  hint: "Ein Klick auf einen Balken oder Punkt behält nur dessen Zeilen; ein zweiter holt alle zurück.",
  aPicture: "ein Bild",
  misfit: (name) => `das Bild nach ${name}`,
  carried: (by) => `Balken nach ${by}`,
};
