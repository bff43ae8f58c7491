import type { Words } from "../words.ts";

export const look: Words["look"] = {
  title: "Darstellung",
  theme: "Farben",
  themes: { system: "Wie im System", light: "Hell", dark: "Dunkel" },
  rows: "Zeilen",
  heights: {
    compact: "Dicht: mehr Zeilen auf dem Bildschirm",
    comfortable: "Luftig: mehr Platz für jede Zeile",
  },
  language: "Sprache",
  browsers: "Wie im Browser",
  numbers: "Zahlen und Daten",
  numbersHint:
    "Wie sie gezeichnet werden: Lücken zwischen Ziffern, Dezimalzeichen, Reihenfolge im Datum. „Zellwert“, Kopien und Dateien behalten den Text des Reports. Die Reihenfolge der Zeilen ist für alle dieselbe.",
  reports: "Wie im Report",
  notLoaded:
    "Diese Sprache konnte nicht geladen werden. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
  kept: "Bleibt in diesem Browser und ist nicht Teil eines Links.",
};
