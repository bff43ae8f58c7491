/**
 * The lines of grouped rows on screen: each group has one, and below it, when it is open, those of
 * its inner groups or of its rows. Lines are counted, not made: a million groups take four bytes
 * each for every level, and any line is found by halving.
 */

import type { Folds, GroupName } from "../model/grouping.ts";
import { lastAtMost } from "../model/lastAtMost.ts";
import type { GroupedRows } from "./groupRows.ts";

export type LineAt =
  | {
      readonly level: number;
      readonly group: number;
      readonly open: boolean;
      /** The row it is named by among the exceptions, if it is one. */
      readonly named: number | undefined;
    }
  /** A row, by its place in the grouped rows. */
  | { readonly level: undefined; readonly at: number };

export interface GroupLines {
  readonly count: number;
  /** The line must be below `count`. */
  at(line: number): LineAt;
  /**
   * Where the rows of a line begin among the grouped rows; for `count`, their end. Lines a … b
   * stand for the rows between: a folded group for its rows, an open one's own line for none.
   */
  rowsBefore(line: number): number;
}

export function layLines({ rows, levels, tableRows }: GroupedRows, folds: Folds): GroupLines {
  const namedAs = exceptions(rows, levels, tableRows, folds.except);
  const isOpen = (level: number, group: number): boolean =>
    folds.open !== (namedAs(level, group) !== undefined);
  /** For each level: lines of all groups before, their inner lines included. */
  const linesBefore: Uint32Array[] = [];
  for (let level = levels.length - 1; level >= 0; level -= 1) {
    const starts = levels[level]!;
    const inner = levels[level + 1];
    const before = new Uint32Array(starts.length);
    const innerBefore = linesBefore[0];
    let lines = 0;
    let innerGroup = 0;
    for (let group = 0; group + 1 < starts.length; group += 1) {
      before[group] = lines;
      lines += 1;
      const end = starts[group + 1]!;
      const innerStart = innerGroup;
      if (inner !== undefined) while (inner[innerGroup]! < end) innerGroup += 1;
      if (!isOpen(level, group)) continue;
      lines +=
        innerBefore === undefined
          ? end - starts[group]!
          : innerBefore[innerGroup]! - innerBefore[innerStart]!;
    }
    before[starts.length - 1] = lines;
    linesBefore.unshift(before);
  }

  const at = (line: number): LineAt => {
    let rest = line;
    for (let level = 0; level < levels.length; level += 1) {
      const before = linesBefore[level]!;
      const group = lastAtMost(before, rest, before.length - 1);
      rest -= before[group]!;
      if (rest === 0) {
        return { level, group, open: isOpen(level, group), named: namedAs(level, group) };
      }
      rest -= 1;
      const start = levels[level]![group]!;
      const inner = levels[level + 1];
      if (inner === undefined) return { level: undefined, at: start + rest };
      rest += linesBefore[level + 1]![lastAtMost(inner, start)]!;
    }
    throw new Error("no such line");
  };
  const count = linesBefore[0]?.at(-1) ?? 0;
  return {
    count,
    at,
    rowsBefore: (line) => {
      if (line >= count) return rows.length;
      const found = at(line);
      return found.level === undefined ? found.at : levels[found.level]![found.group]!;
    },
  };
}

/** The row each group is named by; names whose row is not among the rows mean nothing. */
function exceptions(
  rows: Uint32Array,
  levels: readonly Uint32Array[],
  tableRows: number,
  names: readonly GroupName[],
): (level: number, group: number) => number | undefined {
  if (names.length === 0) return () => undefined;
  const isNamed = new Uint8Array(tableRows);
  for (const { row } of names) if (row < tableRows) isNamed[row] = 1;
  const places = new Map<number, number>();
  for (let at = 0; at < rows.length; at += 1)
    if (isNamed[rows[at]!] === 1) places.set(rows[at]!, at);
  const named = levels.map(() => new Map<number, number>());
  for (const { level, row } of names) {
    const place = places.get(row);
    const starts = levels[level];
    if (place === undefined || starts === undefined) continue;
    named[level]!.set(lastAtMost(starts, place, starts.length - 1), row);
  }
  return (level, group) => named[level]!.get(group);
}
