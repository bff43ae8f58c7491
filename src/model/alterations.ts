/**
 * What an export had to change so that a spreadsheet takes a cell as it is meant, counted by cells,
 * and the words for it: the same in the file's "About" sheet and on the page. Amounts are never in
 * here with another value: where a spreadsheet would change one, it stays text.
 */

export const ALTERATIONS = [
  /** Text that a spreadsheet would run as a formula. */
  "guarded",
  /** Numbers that 15 digits can't hold. */
  "keptAsText",
  /** Dates that a spreadsheet can't hold, or could read in two ways. */
  "datesAsText",
  /** Characters that the format forbids were left out. */
  "controlsRemoved",
  /** Halves of a character that no file can hold. */
  "halvesReplaced",
  /** Longer than a cell may be. */
  "cut",
] as const;

export type Alteration = (typeof ALTERATIONS)[number];

/** Cells by alteration; a cell may be in several. */
export type Alterations = Readonly<Record<Alteration, number>>;

export type ExportFormat = "csv" | "xlsx" | "json";

export function noAlterations(): Record<Alteration, number> {
  return {
    guarded: 0,
    keptAsText: 0,
    datesAsText: 0,
    controlsRemoved: 0,
    halvesReplaced: 0,
    cut: 0,
  };
}

/** One sentence for each alteration there is; none for a file that is as the report. */
export function alterationWords(format: ExportFormat, alterations: Alterations): readonly string[] {
  return ALTERATIONS.filter((kind) => alterations[kind] > 0).map((kind) => {
    const count = alterations[kind];
    const [one, many] = SENTENCES[kind](format);
    return count === 1 ? `1 ${one}` : `${COUNT.format(count)} ${many}`;
  });
}

/** Said of a workbook whose groups have no lines of their own. */
export const GROUP_LINES_LEFT_OUT =
  "The groups have no lines with subtotals here: there are more than 50,000 of them, or the rows do not stand on one sheet. All rows are here, in the order of their groups.";

/** Said of any other file of a view in groups. */
export const NO_SUBTOTALS = "The groups have no lines with subtotals here: an XLSX has them.";

const COUNT = new Intl.NumberFormat("en");

/** After "1" and after a larger count. */
const SENTENCES: Record<Alteration, (format: ExportFormat) => readonly [string, string]> = {
  guarded: (format) =>
    format === "csv"
      ? [
          "text that looks like a formula begins with an apostrophe, so that no spreadsheet runs it.",
          "texts that look like formulas begin with an apostrophe, so that no spreadsheet runs them.",
        ]
      : [
          "text that looks like a formula is kept as text; nothing runs.",
          "texts that look like formulas are kept as texts; nothing runs.",
        ],
  keptAsText: () => [
    "number has more digits than a spreadsheet keeps, so it is written as text with every digit; sums by formula leave it out, exact sums and the sheet Totals include it.",
    "numbers have more digits than a spreadsheet keeps, so they are written as text with every digit; sums by formula leave them out, exact sums and the sheet Totals include them.",
  ],
  datesAsText: () => [
    "date is written as text: a spreadsheet would lose a part of it or could read it in two ways.",
    "dates are written as text: a spreadsheet would lose a part of them or could read them in two ways.",
  ],
  controlsRemoved: () => [
    "text held control characters, which a workbook can't hold; they are left out.",
    "texts held control characters, which a workbook can't hold; they are left out.",
  ],
  halvesReplaced: () => [
    "text held half a character, which no file can hold; � stands in its place.",
    "texts held half a character, which no file can hold; � stands in its place.",
  ],
  cut: () => [
    "text is longer than the 32,767 characters of a cell; it is cut and says so at its end.",
    "texts are longer than the 32,767 characters of a cell; they are cut and say so at their end.",
  ],
};
