/**
 * Lists of rows without those set aside. Two ascending lists, one walk over both.
 */

import type { AsideRows, ReportTable } from "./table.ts";

/** `list` undefined stands for the first `rowCount` rows, in the argument and in the answer. */
export function withoutAside(
  list: Uint32Array | undefined,
  { aside = [] }: Pick<ReportTable, "aside">,
  rowCount: number,
): Uint32Array | undefined {
  if (aside.length === 0 || aside[0]! >= rowCount) return list;
  return list === undefined ? rowsBut(aside, rowCount) : listBut(aside, list);
}

/** Runs of rows between those set aside. */
function rowsBut(aside: AsideRows, rowCount: number): Uint32Array {
  const kept = new Uint32Array(rowCount);
  let count = 0;
  let row = 0;
  for (const stop of aside) {
    const end = Math.min(stop, rowCount);
    while (row < end) kept[count++] = row++;
    row = stop + 1;
    if (row >= rowCount) break;
  }
  while (row < rowCount) kept[count++] = row++;
  return kept.slice(0, count);
}

function listBut(aside: AsideRows, list: Uint32Array): Uint32Array {
  const kept = new Uint32Array(list.length);
  let count = 0;
  let next = 0;
  let stop = aside[0]!;
  for (let at = 0; at < list.length; at += 1) {
    const row = list[at]!;
    while (stop < row) stop = aside[++next] ?? Number.POSITIVE_INFINITY;
    if (stop !== row) kept[count++] = row;
  }
  return count === list.length ? list : kept.slice(0, count);
}
