/** What is said of a report's lines and filled cells, from what is known of them. Pure. */

import type { Column } from "../../model/column.ts";
import type { BlockColumn, SetAside } from "../../model/tableSummary.ts";
import { allOf, countText } from "../../words/figures.ts";
import { linesWords } from "../../words/en/lines.ts";
import { inSentence } from "../inSentence.ts";

export function asideText({ titles, headers, hasNames }: SetAside, words = linesWords): string {
  const text = words.aside(titles, headers);
  return hasNames ? `${text} ${words.namesInRow}` : text;
}

export function asSentText(lines: SetAside | undefined): string {
  return lines === undefined ? linesWords.sent : linesWords.sentWith(lines.titles, lines.headers);
}

/** "filled from row 1,205"; 0-based. */
export function filledFromText(row: number): string {
  return linesWords.filledFrom(countText(row + 1));
}

/** "Client is named once per block: 1,105 blank cells. Fill them from the line above?" */
export function suggestionText(blocks: readonly BlockColumn[], columns: readonly Column[]): string {
  const named = blocks.flatMap(({ column }) => columns[column] ?? []);
  const blanks = blocks.reduce((sum, block) => sum + block.blanks, 0);
  return linesWords.suggestion(namesText(named), blanks, named.length);
}

/** For files and paper: what is not as the report was sent. */
export function linesAbout(
  lines: SetAside | undefined,
  filled: readonly Column[],
  words = linesWords,
): readonly { readonly name: string; readonly says: string }[] {
  const filledIn = filled.map(({ label, blanks }) => words.filledIn(label, blanks));
  return [
    ...(lines === undefined ? [] : [{ name: words.lines, says: asideText(lines, words) }]),
    ...filledIn.map((says, at) => ({ name: at === 0 ? words.filledName : "", says })),
  ];
}

/** "Account ID, Client and Product". */
export function namesText(columns: readonly Pick<Column, "label">[]): string {
  return allOf(columns.map(({ label }) => inSentence(label)));
}
