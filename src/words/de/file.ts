import { counted } from "../figures.ts";
import type { Words } from "../words.ts";

export const file: Words["file"] = {
  title: "Wie die Datei gelesen wird",
  reading: "Die Datei wird gelesen…",
  readAs: (how) => `Gelesen als: ${how}`,
  change: "Ändern",
  changeLong: "Ändern, wie die Datei gelesen wird",
  staysHere: "Sie bleibt in diesem Browser.",
  encoding: "Zeichenkodierung",
  encodingHint: "Falsch, wenn Buchstaben wie ä oder é zerstört aussehen.",
  separator: "Trennzeichen",
  separators: { ",": "Komma ,", ";": "Semikolon ;", "\t": "Tabulator", "|": "Strich |" },
  decimal: "Dezimalzeichen",
  decimalHint:
    "Texte bleiben, wie sie in der Datei stehen; das entscheidet nur, für welche Zahlen sie stehen.",
  decimals: { point: "Punkt 1234.56", comma: "Komma 1.234,56" },
  sheet: "Blatt",
  headerLine: "Spaltennamen stehen in Zeile",
  headerHint: "Zeilen darüber werden ausgelassen.",
  badLine: "Eine Zeilennummer ab 1.",
  reset: "Selbst erkennen",
  readAgain: "Noch einmal lesen",
  readSeparator: {
    ",": "Trennzeichen „,“",
    ";": "Trennzeichen „;“",
    "\t": "Trennzeichen Tabulator",
    "|": "Trennzeichen „|“",
  },
  readDecimal: { point: "Dezimalpunkt", comma: "Dezimalkomma" },
  oneSheet: (name) => `Blatt „${name}“`,
  sheetOf: (name, count) => `Blatt „${name}“ von ${count}`,
  headerIn: (line, above) =>
    `Spaltennamen in Zeile ${line}: ${counted(above, "Zeile", "Zeilen")} darüber ausgelassen`,
  groupsLeftOut: (lines) => `${counted(lines, "Gruppenzeile", "Gruppenzeilen")} ausgelassen`,
  sumsLeftOut: "die Summen unter den Zeilen ausgelassen",
};
