import { countText, counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const saving: Words["saving"] = {
  menu: "Ansicht exportieren",
  onePerClient: "Eine Datei je Kunde…",
  separators: "Trennzeichen und Dezimalzeichen…",
  stop: "Abbrechen",
  tryAgain: "Noch einmal versuchen",
  otherSeparators: "Andere Trennzeichen…",
  exporting: "Export läuft",
  progress: (rows, of) => `${countText(rows)} von ${counted(of, "Zeile", "Zeilen")}`,
  writing: (progress) => `Geschrieben: ${progress}`,
  tooWide: (columns) =>
    `Ein Blatt hat höchstens 16.384 Spalten; diese Ansicht hat ${countText(columns)}. Blenden Sie einige aus, oder nehmen Sie CSV.`,
  extent: (rows, columns) =>
    `${counted(rows, "Zeile", "Zeilen")} × ${counted(columns, "Spalte", "Spalten")}`,
  extentSoFar: (extent) => `bisher ${extent}`,
  files: (count) => counted(count, "Datei", "Dateien"),
  sheets: (count) => counted(count, "Blatt", "Blätter"),
  saved: (what) => `Gespeichert: ${what}.`,
  savedSoFar: (what) => `Bisher gespeichert: ${what}.`,
  missing: "Zeilen des Reports fehlen; der Dateiname sagt es.",
  forExcel: (dialect) => `Für Excel: ${dialect}.`,
  plain: (dialect) => `Schlichtes UTF-8: ${dialect}.`,
  unaltered: "Jede Zelle ist wie im Report.",
  tooLarge:
    "Die Datei ist größer, als dieser Browser sie erstellen kann. Filtern Sie Zeilen, oder blenden Sie Spalten aus; dann exportieren Sie noch einmal.",
  crashed:
    "Der Browser hat den Export beendet, vermutlich aus Mangel an Speicher. Es wurde nichts gespeichert.",
  silent:
    "Der Teil der App, der Dateien erstellt, antwortete nicht mehr und wurde beendet. Es wurde nichts gespeichert.",
  noRoom: "Für die Datei ist nicht genug Platz. Es wurde nichts gespeichert.",
  failed: (cause) => `Der Export ist gescheitert (${cause}). Es wurde nichts gespeichert.`,
  between: { ";": "Semikolons", ",": "Kommas", "\t": "Tabulatoren" },
  decimal: { ",": "Dezimalkomma", ".": "Dezimalpunkt" },
  dialect: (between, decimal) => `${between} zwischen den Feldern, ${decimal}`,
  form: {
    title: "Trennzeichen und Dezimalzeichen",
    legend: "Die CSV-Datei ist",
    forExcel: "für Excel, eingestellt auf",
    country: "Land von Excel",
    plain: "für andere Programme: schlichtes UTF-8",
    warning:
      "Excel liest Kennungen und Daten einer CSV-Datei vielleicht dennoch auf seine Weise. In XLSX bleiben sie, wie sie sind.",
    export: "CSV exportieren",
  },
  split: {
    title: "Eine Datei je Kunde",
    column: "Spalte",
    hint: "Ein Teil für jeden ihrer Werte.",
    legend: "Als",
    workbook: "eine Arbeitsmappe, ein Blatt für jeden",
    workbooks: "ein ZIP-Archiv, eine Arbeitsmappe für jeden",
    archive: "ein ZIP-Archiv, eine CSV-Datei für jeden",
    counting: "Wird gezählt…",
    tooManyFiles: (files, most) =>
      `${counted(files, "Datei", "Dateien")}: mehr als die ${countText(most)}, die möglich sind. Wählen Sie eine andere Spalte.`,
    tooManySheets: (sheets, most) =>
      `${counted(sheets, "Blatt", "Blätter")}: mehr als die ${countText(most)}, die möglich sind. Nehmen Sie das Archiv, oder wählen Sie eine andere Spalte.`,
    export: "Exportieren",
  },
};
