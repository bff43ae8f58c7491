/**
 * Windows of the list of a column's values: found by a text in them, ordered by rows or by amounts.
 * What a list was last asked by (its order, what was found) stays with its groups, so that scrolling
 * costs no more than the lines it shows. Linear in the values for a new text; no value's text is
 * kept.
 */

import type { ColumnValue, Measure, ValuePage, ValuesAsked } from "../model/columnValues.ts";
import type { Turn } from "../model/turn.ts";
import { sumText } from "./groupSums.ts";
import { NONE, rankValues, type RankedValues } from "./rankValues.ts";
import { readCell } from "./readCell.ts";
import type { GroupReader } from "./readGroups.ts";
import { createSharedWork, type SharedWork } from "./sharedWork.ts";
import type { ReportTable } from "./table.ts";

interface Known {
  readonly ranked: SharedWork<RankedValues>;
  readonly found: SharedWork<Uint32Array>;
  readonly missing: SharedWork<readonly string[]>;
}

export interface ValueLists {
  /** `reader`: of groups by this column alone, in the order of their values. */
  page(reader: GroupReader, asked: ValuesAsked, turn: Turn): Promise<ValuePage>;
}

const BLOCK = 1 << 10;

export function createValueLists(table: ReportTable): ValueLists {
  const known = new WeakMap<GroupReader, Known>();

  const textOf = ({ grouped }: GroupReader, group: number): string =>
    readCell(table, grouped.rows[grouped.levels[0]![group]!]!, grouped.columns[0]!).text;

  const find = async (
    reader: GroupReader,
    order: Uint32Array,
    needle: string,
    turn: Turn,
  ): Promise<Uint32Array> => {
    if (needle === "") return order;
    const wanted = needle.toLowerCase();
    const found: number[] = [];
    for (let at = 0; at < order.length; at += 1) {
      if (textOf(reader, order[at]!).toLowerCase().includes(wanted)) found.push(order[at]!);
      if (at % BLOCK === 0 && turn.due()) await turn.next();
    }
    return Uint32Array.from(found);
  };

  const missingOf = async (
    reader: GroupReader,
    chosen: readonly string[],
    turn: Turn,
  ): Promise<readonly string[]> => {
    const missing = new Set(chosen);
    const count = reader.grouped.levels[0]!.length - 1;
    for (let group = 0; group < count && missing.size > 0; group += 1) {
      missing.delete(textOf(reader, group));
      if (group % BLOCK === 0 && turn.due()) await turn.next();
    }
    return [...missing];
  };

  const knownOf = (reader: GroupReader): Known => {
    const old = known.get(reader);
    if (old !== undefined) return old;
    const fresh: Known = {
      ranked: createSharedWork(2),
      found: createSharedWork(1),
      missing: createSharedWork(1),
    };
    known.set(reader, fresh);
    return fresh;
  };

  return {
    page: async (reader, { measure, find: needle, start, end, chosen }, turn) => {
      const { rows, levels } = reader.grouped;
      const distinct = levels[0]!.length - 1;
      const { ranked, found, missing } = knownOf(reader);
      const name = JSON.stringify(measure ?? null);
      const hasBlank = distinct > 0 && textOf(reader, distinct - 1) === "";
      const list = await ranked.get(name, () => rankValues(reader, hasBlank, measure, turn), turn);
      const order = await found.get(
        JSON.stringify([name, needle]),
        () => find(reader, list.order, needle, turn),
        turn,
      );
      return {
        distinct,
        found: order.length,
        start,
        values: Array.from(order.subarray(start, end), (group) =>
          valueOf(reader, list, group, textOf(reader, group), measure),
        ),
        rows: rows.length,
        sum: list.sum,
        missing: await missing.get(
          JSON.stringify(chosen),
          () => missingOf(reader, chosen, turn),
          turn,
        ),
      };
    },
  };
}

function valueOf(
  { grouped }: GroupReader,
  { sums, sumOf, mostRows }: RankedValues,
  group: number,
  text: string,
  measure: Measure | undefined,
): ColumnValue {
  const starts = grouped.levels[0]!;
  const rows = starts[group + 1]! - starts[group]!;
  if (measure === undefined || sums === undefined) {
    return { text, rows, sum: undefined, share: rows / mostRows };
  }
  const at = sumOf[group]!;
  return at === NONE
    ? { text, rows, sum: undefined, share: 0 }
    : { text, rows, ...sumText(sums, at) };
}
