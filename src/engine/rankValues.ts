/**
 * The values of one column in the order that a list of them has: blanks first, then the largest
 * amounts or the most rows, equal ones as the column sorts. Values are groups of rows; an order is
 * a list of their numbers, so that a window of it is read without the rest.
 */

import type { Measure } from "../model/columnValues.ts";
import { addDecimals, formatDecimal, ZERO, type Decimal } from "../model/decimal.ts";
import type { Turn } from "../model/turn.ts";
import { SCALES } from "./codeNumbers.ts";
import { eachBlock } from "./eachBlock.ts";
import { type GroupSums, sumAt } from "./groupSums.ts";
import { NumberKeys } from "./numberKeys.ts";
import type { GroupReader } from "./readGroups.ts";
import { ScaleSums } from "./scaleSums.ts";
import { SHORT_SCALE, sortGroups } from "./reorderGroups.ts";

export interface RankedValues {
  /** Numbers of groups, all of them, in order. */
  readonly order: Uint32Array;
  /** With a measure: where each group's amount is among the sums; NONE for those without one. */
  readonly sums: GroupSums | undefined;
  readonly sumOf: Uint32Array;
  /** Of all values together. */
  readonly sum: string | undefined;
  readonly mostRows: number;
}

export const NONE = 0xffff_ffff;

/** `hasBlank`: the last group is that of the blank cells. */
export async function rankValues(
  reader: GroupReader,
  hasBlank: boolean,
  measure: Measure | undefined,
  turn: Turn,
): Promise<RankedValues> {
  const starts = reader.grouped.levels[0]!;
  const count = starts.length - 1;
  const sums = measure && (await reader.sums(0, measure.total, turn));
  const sumOf = new Uint32Array(sums === undefined ? 0 : count).fill(NONE);
  if (sums !== undefined)
    await findSums(sums, sums.currencies.indexOf(measure!.currency), sumOf, turn);
  const values = hasBlank ? count - 1 : count;
  /** Those to be ordered, and those that stand after them as they are. */
  const ranked: number[] = [];
  const rest: number[] = [];
  let mostRows = 0;
  await eachBlock(count, turn, (from, to) => {
    for (let group = from; group < to; group += 1) {
      mostRows = Math.max(mostRows, starts[group + 1]! - starts[group]!);
      if (group >= values) continue;
      (sums !== undefined && sumOf[group] === NONE ? rest : ranked).push(group);
    }
  });
  const sorted = await sortGroups(ranked.length, true, turn, (keys) => {
    ranked.forEach((group, at) => {
      if (sums === undefined) keys.addShort(at, starts[group + 1]! - starts[group]!, 0);
      else addSize(keys, at, sums, sumOf[group]!);
    });
  });
  const order = new Uint32Array(count);
  let to = 0;
  if (hasBlank) order[to++] = count - 1;
  for (const at of sorted) order[to++] = ranked[at]!;
  order.set(rest, to);
  const sum = sums && (await addUp(sums, sumOf, turn));
  return { order, sums, sumOf, sum: sum && formatDecimal(sum), mostRows };
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

function addSize(keys: NumberKeys, place: number, sums: GroupSums, sum: number): void {
  const scale = sums.scales[sum]!;
  if (sums.longs.has(sum) || scale > SHORT_SCALE) {
    const { units, ...rest } = sumAt(sums, sum);
    keys.addLong(place, { units: units < 0n ? -units : units, ...rest });
  } else keys.addShort(place, Math.abs(sums.mantissas[sum]!), scale);
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
