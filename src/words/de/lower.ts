/**
 * Sentences from below the page, said anew by their pattern; what nobody foresaw stays as it is.
 */

import { countText } from "../figures.ts";
import type { Words } from "../words.ts";

const SAID: readonly (readonly [RegExp, string])[] = [
  [
    /^The groups .* XLSX.*/,
    "Die Gruppen haben hier keine Zeilen mit Zwischensummen: XLSX hat sie.",
  ],
  [
    /^The groups .*/,
    "Die Gruppen haben hier keine Zeilen mit Zwischensummen: Es sind mehr als 50.000, oder die Zeilen stehen nicht auf einem Blatt. Alle Zeilen sind da, in der Reihenfolge ihrer Gruppen.",
  ],
  [
    /^1 text that looks like a formula begins with an apostrophe.*$/,
    "1 Text, der wie eine Formel aussieht, beginnt mit einem Apostroph, damit keine Tabellenkalkulation ihn ausführt.",
  ],
  [
    /^([\d,]+) texts that look like formulas begin with an apostrophe.*$/,
    "$1 Texte, die wie Formeln aussehen, beginnen mit einem Apostroph, damit keine Tabellenkalkulation sie ausführt.",
  ],
  [
    /^1 text that looks like a formula is kept as text.*$/,
    "1 Text, der wie eine Formel aussieht, bleibt Text; nichts wird ausgeführt.",
  ],
  [
    /^([\d,]+) texts that look like formulas are kept as texts.*$/,
    "$1 Texte, die wie Formeln aussehen, bleiben Texte; nichts wird ausgeführt.",
  ],
  [
    /^1 number has more digits than a spreadsheet keeps.*$/,
    "1 Zahl hat mehr Stellen, als eine Tabellenkalkulation behält, und steht darum vollständig als Text da; Summen aus Formeln lassen sie aus, genaue Summen und das Blatt Totals enthalten sie.",
  ],
  [
    /^([\d,]+) numbers have more digits than a spreadsheet keeps.*$/,
    "$1 Zahlen haben mehr Stellen, als eine Tabellenkalkulation behält, und stehen darum vollständig als Text da; Summen aus Formeln lassen sie aus, genaue Summen und das Blatt Totals enthalten sie.",
  ],
  [
    /^([\d,]+) dates? (?:is|are) written as texts?.*$/,
    "$1 × Datum als Text geschrieben: Eine Tabellenkalkulation würde einen Teil verlieren oder könnte es auf zwei Arten lesen.",
  ],
  [
    /^([\d,]+) texts? held control characters.*$/,
    "$1 × Text mit Steuerzeichen, die eine Arbeitsmappe nicht fassen kann; sie sind weggelassen.",
  ],
  [
    /^([\d,]+) texts? held half a character.*$/,
    "$1 × Text mit einem halben Zeichen, das keine Datei fassen kann; � steht an seiner Stelle.",
  ],
  [
    /^([\d,]+) texts? (?:is|are) longer than the 32,767 characters.*$/,
    "$1 × Text länger als die 32.767 Zeichen einer Zelle: gekürzt, und am Ende steht es.",
  ],
];

export const lower: Words["lower"] = {
  told: (said) => {
    const known = SAID.find(([pattern]) => pattern.test(said));
    return known === undefined
      ? said
      : said
          .replace(known[0], known[1])
          .replace(/^[\d,]+/, (count) => countText(Number(count.replaceAll(",", ""))));
  },
};
