/**
 * The values of one column by size: blanks first, then the largest amounts or the most rows, those
 * without an amount last. Values are groups of rows; an order is a list of their numbers. Those of
 * one size stand beside each other, as they came and marked so: `tiedValues.ts` puts the ones
 * that are looked at in the column's order.
 */

import type { Measure } from "../model/columnValues.ts";
import { addDecimals, formatDecimal, ZERO, type Decimal } from "../model/decimal.ts";
import type { Turn } from "../model/turn.ts";
import { SCALES } from "./codeNumbers.ts";
import { eachBlock } from "./eachBlock.ts";
import { type GroupSums, sumAt } from "./groupSums.ts";
import type { GroupedTexts } from "./groupTexts.ts";
import { NumberKeys } from "./numberKeys.ts";
import type { GroupReader } from "./readGroups.ts";
import { SHORT_SCALE } from "./reorderGroups.ts";
import { ScaleSums } from "./scaleSums.ts";
import { openWorkRoom } from "./workRoom.ts";

export interface SizedValues {
  /** Numbers of groups, the largest first. */
  readonly order: Uint32Array;
  /** Marks a value as large as the one before: which of them is first is for the column's order to say. */
  readonly same: Uint8Array;
}

export interface RankedValues extends SizedValues {
  /** With a measure: where each group's amount is among the sums; NONE for those without one. */
  readonly sums: GroupSums | undefined;
  readonly sumOf: Uint32Array;
  /** Of all values together. */
  readonly sum: string | undefined;
  readonly mostRows: number;
}

export const NONE = 0xffff_ffff;

export async function rankValues(
  reader: GroupReader,
  blank: GroupedTexts["blank"],
  measure: Measure | undefined,
  turn: Turn,
): Promise<RankedValues> {
  const starts = reader.grouped.levels[0]!;
  const count = starts.length - 1;
  const sums = measure && (await reader.sums(0, measure.total, turn));
  const sumOf = new Uint32Array(sums === undefined ? 0 : count).fill(NONE);
  if (sums !== undefined)
    await findSums(sums, sums.currencies.indexOf(measure!.currency), sumOf, turn);
  const order = new Uint32Array(count);
  const same = new Uint8Array(count);
  let mostRows = 0;
  const room = openWorkRoom();
  try {
    const keys = new NumberKeys(count, room);
    const rest = room.words(count);
    let restCount = 0;
    await eachBlock(count, turn, (from, to) => {
      for (let group = from; group < to; group += 1) {
        const rows = starts[group + 1]! - starts[group]!;
        if (rows > mostRows) mostRows = rows;
        if (group === blank) continue;
        if (sums === undefined) keys.addShort(group, -rows, 0);
        else if (sumOf[group] === NONE) rest[restCount++] = group;
        else addSize(keys, group, sums, sumOf[group]!);
      }
    });
    const sorted = await keys.sorted(turn);
    const first = blank === undefined ? 0 : 1;
    if (blank !== undefined) order[0] = blank;
    order.set(sorted.order, first);
    same.set(sorted.same, first);
    order.set(rest.subarray(0, restCount), count - restCount);
    same.fill(1, count - restCount + 1);
  } finally {
    room.release();
  }
  const sum = sums && (await addUp(sums, sumOf, turn));
  return { order, same, sums, sumOf, sum: sum && formatDecimal(sum), mostRows };
}

async function findSums(
  { starts, currencyOf }: GroupSums,
  currency: number,
  sumOf: Uint32Array,
  turn: Turn,
): Promise<void> {
  await eachBlock(sumOf.length, turn, (from, to) => {
    for (let group = from; group < to; group += 1) {
      for (let sum = starts[group]!; sum < starts[group + 1]!; sum += 1) {
        if (currencyOf[sum] === currency) sumOf[group] = sum;
      }
    }
  });
}

/** Below zero, so that the largest come first. */
function addSize(keys: NumberKeys, place: number, sums: GroupSums, sum: number): void {
  const scale = sums.scales[sum]!;
  if (sums.longs.has(sum) || scale > SHORT_SCALE) {
    const { units, ...rest } = sumAt(sums, sum);
    keys.addLong(place, { units: units < 0n ? units : -units, ...rest });
  } else keys.addShort(place, -Math.abs(sums.mantissas[sum]!), scale);
}

/** Undefined when there is nothing to add. */
async function addUp(
  { mantissas, scales, longs }: GroupSums,
  sumOf: Uint32Array,
  turn: Turn,
): Promise<Decimal | undefined> {
  const short = new ScaleSums();
  let used = 0;
  let total: Decimal | undefined;
  await eachBlock(sumOf.length, turn, (from, to) => {
    for (let group = from; group < to; group += 1) {
      const sum = sumOf[group]!;
      if (sum === NONE) continue;
      const long = longs.get(sum);
      if (long !== undefined) total = addDecimals(total ?? ZERO, long);
      else {
        used |= 1 << scales[sum]!;
        short.add(mantissas[sum]!, scales[sum]!);
      }
    }
  });
  for (let scale = 0; scale < SCALES; scale += 1) {
    if ((used & (1 << scale)) !== 0) {
      total = addDecimals(total ?? ZERO, { units: short.at(scale), scale });
    }
  }
  return total;
}
