/**
 * Groups in another order than that of their values: by how many rows they have or by a subtotal.
 * Only groups change places, never rows within one; equal groups stay in the order of their values.
 */

import type { GroupLevel, GroupOrder } from "../model/grouping.ts";
import type { Turn } from "../model/turn.ts";
import type { SortedPlaces } from "./cellSorter.ts";
import type { GroupedRows } from "./groupRows.ts";
import { type GroupSums, sumAt, sumGroups } from "./groupSums.ts";
import { NumberKeys } from "./numberKeys.ts";
import { descendingOrder, sortByRanks, type RankedKey } from "./sortRows.ts";
import type { ReportTable } from "./table.ts";
import { openWorkRoom } from "./workRoom.ts";

const BLOCK = 1 << 14;

export async function reorderGroups(
  table: ReportTable,
  grouped: GroupedRows,
  levels: readonly GroupLevel[],
  turn: Turn,
): Promise<GroupedRows> {
  const last = levels.findLastIndex(({ order }) => order.by !== "value");
  const innermost = grouped.levels.at(-1);
  if (last < 0 || innermost === undefined) return grouped;
  const keys: RankedKey[] = [];
  for (let level = 0; level <= last; level += 1) {
    const starts = grouped.levels[level]!;
    const places = await placesOfGroups(table, grouped.rows, starts, levels[level]!.order, turn);
    keys.push({
      ranks: ranksWithin(starts, innermost, places),
      values: starts.length,
      descending: false,
    });
  }
  const order = await sortByRanks(keys, undefined, innermost.length - 1, turn);
  return inOrder(grouped, innermost, order, turn);
}

/** The place of each group of a level among all of them; undefined when they stay as they are. */
async function placesOfGroups(
  table: ReportTable,
  rows: Uint32Array,
  starts: Uint32Array,
  order: GroupOrder,
  turn: Turn,
): Promise<Uint32Array | undefined> {
  if (order.by === "value") return undefined;
  const sorted =
    order.by === "rows"
      ? await sortByRows(starts, order.descending, turn)
      : await sortBySums(await sumGroups(table, rows, starts, order.total, turn), order, turn);
  const places = new Uint32Array(sorted.length);
  for (let place = 0; place < sorted.length; place += 1) places[sorted[place]!] = place;
  return places;
}

async function sortByRows(
  starts: Uint32Array,
  descending: boolean,
  turn: Turn,
): Promise<Uint32Array> {
  return sortGroups(starts.length - 1, descending, turn, (keys) => {
    for (let group = 0; group + 1 < starts.length; group += 1) {
      keys.addShort(group, starts[group + 1]! - starts[group]!, 0);
    }
  });
}

/** One currency after the other, each group by the first it has an amount in; those without last. */
async function sortBySums(
  sums: GroupSums,
  { descending }: GroupOrder,
  turn: Turn,
): Promise<Uint32Array> {
  const { starts, currencies, currencyOf } = sums;
  const count = starts.length - 1;
  const order = new Uint32Array(count);
  const firstSum = new Uint32Array(count);
  /** Groups by the currency they are ordered in; the last list has those without any. */
  const parts: number[][] = Array.from({ length: currencies.length + 1 }, () => []);
  for (let group = 0; group < count; group += 1) {
    let first = currencies.length;
    for (let sum = starts[group]!; sum < starts[group + 1]!; sum += 1) {
      if (currencyOf[sum]! >= first) continue;
      first = currencyOf[sum]!;
      firstSum[group] = sum;
    }
    parts[first]!.push(group);
    if (group % BLOCK === 0 && turn.due()) await turn.next();
  }
  let to = 0;
  for (const groups of parts.slice(0, -1)) {
    const sorted = await sortGroups(groups.length, descending, turn, (keys) => {
      groups.forEach((group, at) => addSum(keys, at, sums, firstSum[group]!));
    });
    for (const at of sorted) order[to++] = groups[at]!;
  }
  order.set(parts.at(-1)!, to);
  return order;
}

/** Of the scales that keys of doubles are made for. */
export const SHORT_SCALE = 22;

function addSum(keys: NumberKeys, place: number, sums: GroupSums, sum: number): void {
  const scale = sums.scales[sum]!;
  if (sums.longs.has(sum) || scale > SHORT_SCALE) keys.addLong(place, sumAt(sums, sum));
  else keys.addShort(place, sums.mantissas[sum]!, scale);
}

/** Places 0 … count - 1 by their numbers; equal ones stay in order. */
async function sortGroups(
  count: number,
  descending: boolean,
  turn: Turn,
  fill: (keys: NumberKeys) => void,
): Promise<Uint32Array> {
  const room = openWorkRoom();
  try {
    const keys = new NumberKeys(count, room);
    fill(keys);
    const sorted: SortedPlaces = { ...(await keys.sorted(turn)), valued: count };
    return descending ? await descendingOrder(sorted, turn) : sorted.order.slice();
  } finally {
    room.release();
  }
}

/** For each innermost group, the place of the outer group it is in (or the outer group's number). */
function ranksWithin(
  outer: Uint32Array,
  inner: Uint32Array,
  places: Uint32Array | undefined,
): Uint32Array {
  const ranks = new Uint32Array(inner.length - 1);
  let group = 0;
  for (let at = 0; at < ranks.length; at += 1) {
    while (outer[group + 1]! <= inner[at]!) group += 1;
    ranks[at] = places === undefined ? group : places[group]!;
  }
  return ranks;
}

/** The same groups, the innermost in this order; those of outer levels follow. */
async function inOrder(
  { rows, levels, ...rest }: GroupedRows,
  innermost: Uint32Array,
  order: Uint32Array,
  turn: Turn,
): Promise<GroupedRows> {
  const moved = new Uint32Array(rows.length);
  const outer = levels.slice(0, -1).map((starts) => ranksWithin(starts, innermost, undefined));
  const next = levels.map((starts) => new Uint32Array(starts.length));
  const counts = new Uint32Array(levels.length);
  let to = 0;
  for (let at = 0; at < order.length; at += 1) {
    const group = order[at]!;
    const before = order[at - 1];
    // Where an outer group begins, inner ones do.
    const changed =
      before === undefined ? 0 : outer.findIndex((groups) => groups[group] !== groups[before]);
    const first = changed < 0 ? outer.length : changed;
    for (let level = first; level < levels.length; level += 1) {
      next[level]![counts[level]!++] = to;
    }
    const rowsOfGroup = rows.subarray(innermost[group], innermost[group + 1]);
    moved.set(rowsOfGroup, to);
    to += rowsOfGroup.length;
    if (at % BLOCK === 0 && turn.due()) await turn.next();
  }
  next.forEach((starts, level) => (starts[counts[level]!] = rows.length));
  return { ...rest, rows: moved, levels: next };
}
