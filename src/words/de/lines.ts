import { counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const lines: Words["lines"] = {
  fill: "Leere Zellen von oben füllen",
  fillDown: "Nach unten füllen",
  notNow: "Jetzt nicht",
  unfill: "Nicht füllen",
  showAsSent: "Report wie gesendet zeigen",
  setAside: "Beiseitelegen",
  amountsStayBlank:
    "Leere Zellen werden hier nie gefüllt: Ein Betrag, den eine Zeile nicht nennt, ist keiner.",
  filledFrom: (row) => `gefüllt aus Zeile ${row}`,
  filledCell: (text, row) => `${text}, gefüllt aus Zeile ${row}`,
  lines: "Zeilen",
  filledName: "Gefüllt",
  allAsSent: "alle Zeilen wie gesendet",
  withoutLines: "Titel und wiederholte Kopfzeilen beiseitegelegt",
  filledColumns: (names) => `leere Zellen von oben gefüllt in ${names}`,
  filledCount: (columns) => counted(columns, "gefüllte Spalte", "gefüllte Spalten"),
  aside: (titles, headers) =>
    `${linesText(titles, headers)} ${titles + headers === 1 ? "ist" : "sind"} beiseitegelegt.`,
  namesInRow: "Die Spalten sind nach Zeile 1 benannt.",
  sentWith: (titles, headers) =>
    `Der Report wird genau wie gesendet gezeigt; darin: ${linesText(titles, headers)}.`,
  sent: "Der Report wird genau wie gesendet gezeigt: keine leere Zelle ist gefüllt.",
  filled: (names) => `Leere Zellen von ${names} zeigen den Wert darüber, mit ↑ bezeichnet.`,
  unfillable: (names) => `Leere Beträge bleiben leer in ${names}.`,
  suggestion: (names, blanks, columns) =>
    `${names} ${columns === 1 ? "steht" : "stehen"} nur einmal je Block: ${counted(blanks, "leere Zelle", "leere Zellen")}. Aus der Zeile darüber füllen?`,
  filledIn: (name, blanks) =>
    `${name}: In leeren Zellen steht der Wert darüber (der Report hat dort ${counted(blanks, "leere Zelle", "leere Zellen")})`,
  everyOther: "Gefüllte Zellen haben den Wert darüber; jede andere ist wie im Report.",
};

function linesText(titles: number, headers: number): string {
  return [
    titles === 0 ? "" : counted(titles, "Titelzeile", "Titelzeilen"),
    headers === 0 ? "" : counted(headers, "wiederholte Kopfzeile", "wiederholte Kopfzeilen"),
  ]
    .filter((part) => part !== "")
    .join(" und ");
}
