/**
 * The lines of groups in a sheet: before the rows of each group one with its value, how many rows it
 * has, and its subtotals. They follow a spreadsheet's filter where it holds all their numbers in one
 * currency; any other is the exact sum as text. Rows stand under the line in the outline, so that it
 * folds. Only for a sheet that holds all rows of the view.
 */

import { writtenText } from "../model/cell.ts";
import { lastAtMost } from "../model/lastAtMost.ts";
import type { Turn } from "../model/turn.ts";
import { MAX_GROUP_LINES, type ExportedColumn, type ExportedTotal } from "../model/viewExport.ts";
import type { GroupedRows } from "../engine/groupRows.ts";
import { readCell } from "../engine/readCell.ts";
import type { ReportTable } from "../engine/table.ts";
import { columnLetters } from "./cellPlace.ts";
import { currencyWords } from "./exportTotals.ts";
import { numberFormat } from "./sheetForm.ts";
import { columnSums, summedColumns, type SumCell } from "./sheetSums.ts";

export interface SheetGroups {
  /** How many levels there are. */
  readonly depth: number;
  /** Lines of groups in the whole sheet. */
  readonly count: number;
  /** Those that come before the row at a place of the view, outermost first. */
  readonly before: (place: number) => readonly SheetGroup[];
}

export interface SheetGroup {
  /** 0 for the outermost. */
  readonly level: number;
  /** By place of the column. */
  readonly cells: ReadonlyMap<number, SumCell>;
}

/** The first row of data. */
const FIRST_ROW = 2;

const NONE: readonly SheetGroup[] = [];

/** Undefined for too many groups, or more rows than a sheet holds. */
export async function sheetGroups(
  table: ReportTable,
  grouped: GroupedRows,
  columns: readonly ExportedColumn[],
  totals: readonly ExportedTotal[],
  mostRows: number,
  turn: Turn,
): Promise<SheetGroups | undefined> {
  const { rows, levels } = grouped;
  const groupsOf = levels.map((starts) => starts.length - 1);
  const count = groupsOf.reduce((sum, groups) => sum + groups, 0);
  if (count > MAX_GROUP_LINES || rows.length + count > mostRows) return undefined;

  const summed = summedColumns(columns, totals);
  const begun = beginnings(levels);
  /** Lines at or before a place. */
  const linesUpTo = new Map<number, number>();
  let lines = 0;
  for (const { place } of begun) linesUpTo.set(place, (lines += 1));
  const places = Array.from(linesUpTo.keys());
  const linesAt = (place: number): number =>
    linesUpTo.get(places[lastAtMost(places, place)] ?? -1) ?? 0;

  const byPlace = new Map<number, SheetGroup[]>();
  for (const [index, { place, level, end }] of begun.entries()) {
    const own = FIRST_ROW + place + index;
    const last = FIRST_ROW + end - 1 + linesAt(end - 1);
    const cells = new Map<number, SumCell>();
    for (const { place: at, column, total } of summed) {
      const list = { list: rows.subarray(place, end) };
      const sums = await columnSums(table, total, list, turn);
      const letters = columnLetters(at);
      const [only] = sums.values();
      if (only === undefined) continue;
      if (sums.size > 1) {
        const words = Array.from(sums, ([code, { exact }]) => `${exact} ${currencyWords(code)}`);
        cells.set(at, { note: words.join(", ") });
      } else if (only.isWhole) {
        const formula = `SUBTOTAL(109,${letters}${own + 1}:${letters}${last})`;
        cells.set(at, { formula, sum: only.kept, format: numberFormat(column.fractionDigits) });
      } else {
        cells.set(at, { note: only.exact });
      }
    }
    const id = grouped.columns[level];
    const at = columns.findIndex((column) => column.id === id);
    const size = end - place;
    const value =
      id === undefined ? "" : writtenText(readCell(table, rows[place]!, id)) || "(blank)";
    if (at !== -1) cells.set(at, { note: `${value} (${size === 1 ? "1 row" : `${size} rows`})` });
    const there = byPlace.get(place);
    if (there === undefined) byPlace.set(place, [{ level, cells }]);
    else there.push({ level, cells });
    if (turn.due()) await turn.next();
  }
  return { depth: levels.length, count, before: (place) => byPlace.get(place) ?? NONE };
}

interface Beginning {
  readonly place: number;
  readonly end: number;
  readonly level: number;
}

/** Every group in the order of its line: by its first row, outer ones first. */
function beginnings(levels: readonly Uint32Array[]): readonly Beginning[] {
  return levels
    .flatMap((starts, level) =>
      Array.from({ length: starts.length - 1 }, (_, group) => ({
        place: starts[group]!,
        end: starts[group + 1]!,
        level,
      })),
    )
    .toSorted((a, b) => a.place - b.place || a.level - b.level);
}
