/**
 * Values of one size in their column's order, as far as a window shows them: a few are sorted, of
 * many only those within the window are found, and all are sorted when those can't be. What
 * was sorted stays so. A group stands for its text by its first row; those rise with the groups.
 */

import type { Turn } from "../model/turn.ts";
import { asTexts, type SortMode } from "./cellSorter.ts";
import type { ColumnSnapshot } from "./columnSnapshot.ts";
import type { GroupedRows } from "./groupRows.ts";
import type { SizedValues } from "./rankValues.ts";
import { selectRows } from "./selectRows.ts";
import { sortCells } from "./sortColumn.ts";

export interface TiedValues {
  /** Groups at the places `start` and on, `end` excluded, of the finished order. */
  window(start: number, end: number, turn: Turn): Promise<Uint32Array>;
}

/** `few`: so many of one size are sorted without further ado. */
export function createTiedValues(
  { rows, levels }: GroupedRows,
  { order, same }: SizedValues,
  column: ColumnSnapshot | undefined,
  mode: SortMode,
  few: number,
): TiedValues {
  const starts = levels[0]!;
  /** Where runs begin that are in order. */
  const sorted = new Set<number>();

  const groupOf = (row: number): number => {
    let low = 0;
    let high = starts.length - 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rows[starts[middle]!]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** The values at places `from` to `to` of the run `first` to `last`. */
  const inRun = async (
    first: number,
    last: number,
    from: number,
    to: number,
    turn: Turn,
  ): Promise<Uint32Array> => {
    if (column === undefined || last - first < 2 || sorted.has(first)) {
      return order.subarray(from, to);
    }
    const groups = order.slice(first, last);
    const firstRows = groups.map((group) => rows[starts[group]!]!);
    if (last - first > few) {
      const modes: readonly SortMode[] = mode.first === "texts" ? [mode] : [mode, asTexts(mode)];
      const columns = modes.map((by) => ({ column, mode: by, descending: false }));
      const sortFew = (some: Uint32Array) => sortTexts(column, mode, some, turn);
      const found = await selectRows(
        columns,
        { list: firstRows, rowCount: 0 },
        { start: from - first, end: to - first },
        sortFew,
        turn,
        few,
      );
      if (found !== undefined) return found.map(groupOf);
    }
    const inOrder = await sortTexts(column, mode, firstRows, turn);
    order.set(inOrder.map(groupOf), first);
    sorted.add(first);
    return order.subarray(from, to);
  };

  return {
    window: async (start, end, turn) => {
      const stop = Math.min(end, order.length);
      const window = new Uint32Array(Math.max(0, stop - start));
      for (let at = start; at < stop;) {
        const first = same.lastIndexOf(0, at);
        const after = same.indexOf(0, at + 1);
        const last = after === -1 ? order.length : after;
        const to = Math.min(stop, last);
        window.set(await inRun(first, last, at, to, turn), at - start);
        at = to;
      }
      return window;
    },
  };
}

/** Rows, given ascending, by their cells; those of equal value by their exact texts. */
async function sortTexts(
  column: ColumnSnapshot,
  mode: SortMode,
  rows: Uint32Array,
  turn: Turn,
): Promise<Uint32Array> {
  const { order, same } = await sortCells(column, mode, rows, 0, turn);
  const inOrder = order.map((place) => rows[place]!);
  if (mode.first === "texts") return inOrder;
  for (let from = same.indexOf(1) - 1; from >= 0; from = same.indexOf(1, from) - 1) {
    const after = same.indexOf(0, from + 1);
    const to = after === -1 ? rows.length : after;
    const equal = inOrder.slice(from, to);
    const { order: byText } = await sortCells(column, asTexts(mode), equal, 0, turn);
    byText.forEach((place, at) => (inOrder[from + at] = equal[place]!));
    if (after === -1) break;
    from = to;
  }
  return inOrder;
}
