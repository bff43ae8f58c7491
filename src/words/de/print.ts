import { countText, counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const print: Words["print"] = {
  title: "Diese Ansicht drucken",
  what: (rows, columns) =>
    `${counted(rows, "Zeile", "Zeilen")} × ${counted(columns, "Spalte", "Spalten")}, mit den Filtern in Worten und den Summen.`,
  tooLong: (all, printed) =>
    `Die Ansicht hat ${counted(all, "Zeile", "Zeilen")}. Nur die ersten ${countText(printed)} werden gedruckt; die Summen gelten für alle.`,
  preparing: "Die Seiten werden vorbereitet",
  progress: (rows, of) => `${countText(rows)} von ${counted(of, "Zeile", "Zeilen")}`,
  failed: "Die Zeilen lassen sich gerade nicht lesen.",
  ready: "Die Seiten sind bereit für den Druckdialog des Browsers.",
  print: "Drucken",
  pages: "Seiten zum Drucken",
  rows: (shown, all, isWhole) =>
    `${countText(shown)} von ${isWhole ? "" : "bisher "}${counted(all, "Zeile", "Zeilen")}`,
  firstPrinted: (rows, printed) => `${rows}; gedruckt sind die ersten ${countText(printed)}`,
  sum: (column, isWhole) => `${column}, Summe${isWhole ? "" : " bisher"}`,
  search: (text) => `Eine Spalte enthält ${text}`,
  sorted: (by) => `Sortiert nach ${by}`,
  alphabet: (language) => `Alphabet: ${language}`,
  descending: (column) => `${column}, absteigend`,
};
