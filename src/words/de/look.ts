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
  usualHere: (language) => `Wie hier üblich (${language})`,
  numbers: "Zahlen und Daten",
  numbersHint:
    "Wie sie gezeichnet werden: Lücken zwischen Ziffern, Dezimalzeichen, Reihenfolge im Datum. „Zellwert“, Kopien und Dateien behalten den Text des Reports.",
  reports: "Wie im Report",
  order: "Reihenfolge von Texten",
  orderHint:
    "Nach wessen Alphabet Texte sortiert werden. Sie gehört zur Ansicht: Wer Ihren Link öffnet, sieht Ihre Reihenfolge, und Links, die Sie öffnen, behalten ihre.",
  everybodys: "Für alle dieselbe",
  otherOrder: (order) => `Die gezeigte Ansicht kam mit einer anderen Reihenfolge: „${order}“.`,
  ownOrder: "In meiner Reihenfolge sortieren",
  notLoaded:
    "Diese Sprache konnte nicht geladen werden. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
  kept: "Bleibt in diesem Browser. Nur die Reihenfolge von Texten ist Teil von Links.",
};
