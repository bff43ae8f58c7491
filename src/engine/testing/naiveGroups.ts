/**
 * What rows in groups mean, said as plainly as possible: lists in lists, sums by a decimal library.
 * The engine must answer the same.
 */

import { Big } from "big.js";
import { CellKind, type CellView } from "../../model/cell.ts";
import type { ColumnKind } from "../../model/column.ts";
import { alphabetOf } from "../../model/alphabets.ts";
import { compareText } from "../../model/compareText.ts";
import type { Folds, GroupLevel, GroupOrder } from "../../model/grouping.ts";
import type { Query } from "../../model/query.ts";
import type { ColumnId } from "../../model/positions.ts";
import type { TotalledColumn } from "../../model/totals.ts";
import { compareCells, slashOrderOf } from "./naiveQuery.ts";

type Rows = readonly (readonly CellView[])[];

export interface NaiveGroup {
  readonly value: string;
  readonly rows: readonly number[];
  readonly groups: readonly NaiveGroup[];
}

export function naiveGroups(
  rows: Rows,
  shown: readonly number[],
  levels: readonly GroupLevel[],
  kindOf: (column: ColumnId) => ColumnKind,
  collation: Query["collation"],
): readonly NaiveGroup[] {
  const alphabet = collation && alphabetOf(collation);
  const ranked = new Map<GroupOrder, readonly string[]>(
    levels.flatMap(({ order }) =>
      order.by === "sum" ? [[order, currencies(naiveSums(rows, shown, order.total))]] : [],
    ),
  );
  const groupsIn = (list: readonly number[], at: number): readonly NaiveGroup[] => {
    const level = levels[at];
    if (level === undefined) return [];
    const { column, order } = level;
    const byValue = new Map<string, number[]>();
    for (const row of list) {
      const value = rows[row]?.[column]?.text ?? "";
      const group = byValue.get(value);
      if (group === undefined) byValue.set(value, [row]);
      else group.push(row);
    }
    const slashes = slashOrderOf(rows, column);
    const values = (a: NaiveGroup, b: NaiveGroup, descending: boolean) =>
      compareCells(a.value, b.value, kindOf(column), slashes, descending, collation) ||
      (descending ? -1 : 1) * compareText(a.value, b.value, alphabet);
    const priority = ranked.get(order) ?? [];
    return Array.from(byValue, ([value, inGroup]) => ({
      value,
      rows: inGroup,
      groups: groupsIn(inGroup, at + 1),
    })).sort((a, b) => {
      const sign = order.descending ? -1 : 1;
      if (order.by === "value") return values(a, b, order.descending);
      const difference =
        order.by === "rows"
          ? sign * (a.rows.length - b.rows.length)
          : compareSums(
              naiveSums(rows, a.rows, order.total),
              naiveSums(rows, b.rows, order.total),
              priority,
              sign,
            );
      return difference || values(a, b, false);
    });
  };
  return groupsIn(shown, 0);
}

export interface NaiveSum {
  readonly sum: Big;
  readonly numbers: number;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** By currency. */
export function naiveSums(
  rows: Rows,
  list: readonly number[],
  { column, currency }: TotalledColumn,
): ReadonlyMap<string, NaiveSum> {
  const sums = new Map<string, NaiveSum>();
  for (const row of list) {
    const cell = rows[row]?.[column];
    const isValue = cell?.kind === CellKind.string || cell?.kind === CellKind.number;
    if (cell === undefined || !isValue || !NUMBER.test(cell.text)) continue;
    const code =
      currency?.from === "column"
        ? (rows[row]?.[currency.column]?.text ?? "")
        : (currency?.code ?? "");
    const before = sums.get(code) ?? { sum: new Big(0), numbers: 0 };
    const sum = before.sum.plus(new Big(cell.text.replace(/^\+/, "")));
    sums.set(code, { sum, numbers: before.numbers + 1 });
  }
  return sums;
}

/** Most numbers first. */
function currencies(sums: ReadonlyMap<string, NaiveSum>): readonly string[] {
  return [...sums]
    .sort(([x, a], [y, b]) => b.numbers - a.numbers || (x < y ? -1 : 1))
    .map(([code]) => code);
}

function compareSums(
  a: ReadonlyMap<string, NaiveSum>,
  b: ReadonlyMap<string, NaiveSum>,
  priority: readonly string[],
  sign: 1 | -1,
): number {
  for (const code of priority) {
    const [x, y] = [a.get(code), b.get(code)];
    if (x !== undefined && y !== undefined) return sign * x.sum.cmp(y.sum);
    if (x !== undefined || y !== undefined) return x === undefined ? 1 : -1;
  }
  return 0;
}

export type NaiveLine =
  | { readonly path: readonly string[]; readonly rows: readonly number[]; readonly open: boolean }
  | number;

/** The lines in sight, from the top: groups and row numbers. */
export function naiveLines(
  groups: readonly NaiveGroup[],
  { open, except }: Folds,
  path: readonly string[] = [],
): readonly NaiveLine[] {
  return groups.flatMap((group): readonly NaiveLine[] => {
    const own = [...path, group.value];
    const isNamed = except.some(
      ({ level, row }) => level === path.length && group.rows.includes(row),
    );
    const isOpen = open !== isNamed;
    const line = { path: own, rows: group.rows, open: isOpen };
    if (!isOpen) return [line];
    const inner =
      group.groups.length === 0 ? group.rows : naiveLines(group.groups, { open, except }, own);
    return [line, ...inner];
  });
}
