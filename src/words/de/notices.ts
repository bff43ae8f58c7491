import { counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const notices: Words["notices"] = {
  tryAgain: "Noch einmal versuchen",
  loadAgain: "Noch einmal laden",
  keepRows: "Diese Zeilen behalten",
  changeKey: "Schlüssel wechseln",
  otherReport: "Anderen Report öffnen",
  tryFormat: (format) => `${format} versuchen`,
  otherFile: "Andere Datei öffnen…",
  changeReading: "Anders lesen…",
  reloadPage: "Seite neu laden",
  tryNow: "Jetzt versuchen",
  stop: "Abbrechen",
  stoppedReading: {
    none: "Sie haben das Lesen der Datei abgebrochen. Es war noch keine Zeile gelesen.",
    rows: (rows) =>
      `Sie haben das Lesen der Datei abgebrochen. Gezeigt: ${counted(rows, "gelesene Zeile", "gelesene Zeilen")}; Summen tragen den Zusatz „bisher“.`,
  },
  stoppedDownload: {
    none: "Sie haben den Download abgebrochen. Es war noch keine Zeile angekommen.",
    rows: (rows) =>
      `Sie haben den Download abgebrochen. Gezeigt: ${counted(rows, "angekommene Zeile", "angekommene Zeilen")}; Summen tragen den Zusatz „bisher“.`,
  },
  showUnequal: "Zeigen",
  unequal: (rows, isWhole) =>
    `${isWhole ? "" : "Bisher: "}${counted(rows, "Zeile hat", "Zeilen haben")} mehr oder weniger Zellen als die Kopfzeile.`,
  downloading: (format) => `${format} wird heruntergeladen`,
  fileOpen:
    "Die gespeicherte CSV-Datei endet mitten in einer Zelle: Sie ist unterwegs abgebrochen. Verlassen Sie sich nicht auf sie.",
  fileShort: (lines, rows) =>
    `Die gespeicherte CSV-Datei hat ${counted(lines, "Zeile", "Zeilen")}, der Report ${counted(rows, "Zeile", "Zeilen")}: Sie ist vielleicht unterwegs abgebrochen. Verlassen Sie sich nicht auf sie.`,
  close: "Schließen",
  connecting: "Verbindung wird aufgebaut…",
  viewTooLong: "Diese Ansicht wäre zu lang für einen Link; es wurde nichts geändert.",
  noColumns: (columns, names, leftOut) =>
    `Dieser Report hat keine ${columns === 1 ? "Spalte" : "Spalten"} namens ${names}. In der Ansicht fehlt: ${leftOut}.`,
  badFilters: (filters, which) =>
    `${counted(filters, "Filter kann", "Filter können")} nicht wirken und ${filters === 1 ? "fehlt" : "fehlen"}: ${which}`,
  empty: "Dieser Report hat keine Zeilen.",
  noRowFits: (cause, isWhole) => `Keine Zeile passt ${isWhole ? "" : "bisher "}zu ${cause}.`,
  filters: (filters) =>
    filters === 1 ? "diesem Filter" : `diesen ${counted(filters, "Filter", "Filtern")}`,
  search: (text) => `der Suche nach „${text}“`,
  filtersAndSearch: (filters) => `${filters} und der Suche`,
  removeLast: "Den letzten entfernen",
  clearSearch: "Suche leeren",
  clearAll: "Alles entfernen",
};
