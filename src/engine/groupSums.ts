/**
 * Exact sums of one column for each of many groups, one sum per currency: up to a million groups
 * in some tens of bytes each. A sum is kept as a mantissa and a scale where a double holds it
 * exactly, else as a whole number of any size. Added like totals, so that all groups' sums make
 * the total to the last digit.
 */

import { addDecimals, formatDecimal, ZERO, type Decimal } from "../model/decimal.ts";
import type { ColumnId } from "../model/positions.ts";
import type { TotalledColumn } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import { LONG_SCALE, NO_SCALE, SCALES } from "./codeNumbers.ts";
import { currencyReader } from "./currencyReader.ts";
import { NumberCells } from "./numberCells.ts";
import { ScaleSums } from "./scaleSums.ts";
import type { ReportTable } from "./table.ts";

export interface GroupSums {
  readonly column: ColumnId;
  /** Currencies, the one with the most amounts first. */
  readonly currencies: readonly string[];
  /** Group g has the sums `starts[g]` … `starts[g + 1]`, in any order of currencies. */
  readonly starts: Uint32Array;
  /** Position in `currencies` of each sum. */
  readonly currencyOf: Uint32Array;
  /** Mantissas of the sums and their scales; a sum that has none is in `longs`. */
  readonly mantissas: Float64Array;
  readonly scales: Uint8Array;
  readonly longs: ReadonlyMap<number, Decimal>;
  /** Of each group: cells that are in no sum, as they are no numbers. */
  readonly others: Uint32Array;
  /** The largest sum's size in each currency, as near as a double is. */
  readonly largest: Float64Array;
}

/** Rows between two looks at the clock; also for groups larger than that. */
const BLOCK = 1 << 13;

/** Group g is the rows `groups[g]` … `groups[g + 1]` of the list. */
export async function sumGroups(
  table: ReportTable,
  rows: Uint32Array,
  groups: Uint32Array,
  { column: id, currency }: TotalledColumn,
  turn: Turn,
): Promise<GroupSums> {
  const cells = NumberCells.of(table, id);
  const entries = new SumEntries(groups.length - 1);
  if (cells === undefined) return entries.finished(id, []);
  const reader = currencyReader(table, currency);
  /** By the reader's number of a currency. */
  const sums: RunningSum[] = [];
  /** Those with a number in the group at hand. */
  const touched: RunningSum[] = [];
  const sumOf = (row: number): RunningSum => {
    const number = reader.groupOf(row);
    const sum = (sums[number] ??= new RunningSum(number));
    if (sum.numbers === 0) touched.push(sum);
    sum.numbers += 1;
    return sum;
  };

  let left = BLOCK;
  for (let group = 0; group + 1 < groups.length; group += 1) {
    const end = groups[group + 1]!;
    let others = 0;
    for (let at = groups[group]!; at < end; at += 1) {
      const row = rows[at]!;
      const scale = cells.read(row);
      if (scale < SCALES) sumOf(row).addShort(cells.mantissa, scale);
      else if (scale === LONG_SCALE) {
        const value = cells.long(row);
        if (value !== undefined) sumOf(row).addLong(value);
        else if (!cells.isBlank(row)) others += 1;
      } else if (scale === NO_SCALE) others += 1;
      left -= 1;
      if (left === 0) {
        left = BLOCK;
        if (turn.due()) await turn.next();
      }
    }
    entries.add(group, touched, others);
    touched.length = 0;
  }
  return entries.finished(
    id,
    Array.from(sums, (_, number) => reader.codeOf(number)),
  );
}

/** A sum as an exact decimal. */
export function sumAt({ longs, mantissas, scales }: GroupSums, sum: number): Decimal {
  return longs.get(sum) ?? { units: BigInt(mantissas[sum]!), scale: scales[sum]! };
}

/** The sum in words and its size beside the largest. */
export function sumText(sums: GroupSums, sum: number): { readonly sum: string; share: number } {
  const value = sumAt(sums, sum);
  const largest = sums.largest[sums.currencyOf[sum]!]!;
  const share = largest > 0 ? Math.min(1, Math.abs(nearest(value)) / largest) : 0;
  return { sum: formatDecimal(value), share };
}

function nearest({ units, scale }: Decimal): number {
  const value = Number(`${units}e${-scale}`);
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}

/** One currency's sum in the group at hand; used again for the next group. */
class RunningSum {
  readonly currency: number;
  numbers = 0;
  readonly #sums = new ScaleSums();
  /** One bit for each scale in use. */
  #scales = 0;
  #long: Decimal | undefined;

  constructor(currency: number) {
    this.currency = currency;
  }

  addShort(mantissa: number, scale: number): void {
    this.#scales |= 1 << scale;
    this.#sums.add(mantissa, scale);
  }

  addLong(value: Decimal): void {
    this.#long = addDecimals(this.#long ?? ZERO, value);
  }

  /** The sum as a mantissa of the scale it has, or undefined where that is not exact. */
  short(): { readonly mantissa: number; readonly scale: number } | undefined {
    const scale = 31 - Math.clz32(this.#scales);
    const isOneScale = this.#scales >>> 0 === (1 << scale) >>> 0;
    if (this.#long !== undefined || !isOneScale) return undefined;
    const mantissa = this.#sums.near(scale);
    return Number.isSafeInteger(mantissa) ? { mantissa, scale } : undefined;
  }

  long(): Decimal {
    let sum = this.#long ?? ZERO;
    for (let scale = 0; scale < SCALES; scale += 1) {
      if ((this.#scales & (1 << scale)) === 0) continue;
      sum = addDecimals(sum, { units: this.#sums.at(scale), scale });
    }
    return sum;
  }

  clear(): void {
    for (let scale = 0; scale < SCALES; scale += 1) {
      if ((this.#scales & (1 << scale)) !== 0) this.#sums.clear(scale);
    }
    this.#scales = 0;
    this.#long = undefined;
    this.numbers = 0;
  }
}

/** The sums of all groups, growing. */
class SumEntries {
  readonly #starts: Uint32Array;
  readonly #others: Uint32Array;
  #count = 0;
  #currencies = new Uint32Array(256);
  #mantissas = new Float64Array(256);
  #scales = new Uint8Array(256);
  readonly #longs = new Map<number, Decimal>();
  /** By the number of a currency. */
  readonly #numbers: number[] = [];

  constructor(groupCount: number) {
    this.#starts = new Uint32Array(groupCount + 1);
    this.#others = new Uint32Array(groupCount);
  }

  add(group: number, sums: readonly RunningSum[], others: number): void {
    this.#others[group] = others;
    for (const sum of sums) {
      if (this.#count === this.#currencies.length) this.#grow();
      const { currency, numbers } = sum;
      this.#currencies[this.#count] = currency;
      this.#numbers[currency] = (this.#numbers[currency] ?? 0) + numbers;
      const short = sum.short();
      if (short === undefined) this.#addLong(sum.long());
      else {
        this.#mantissas[this.#count] = short.mantissa;
        this.#scales[this.#count] = short.scale;
      }
      this.#count += 1;
      sum.clear();
    }
    this.#starts[group + 1] = this.#count;
  }

  #addLong({ units, scale }: Decimal): void {
    const mantissa = Number(units);
    if (scale < SCALES && Number.isSafeInteger(mantissa)) {
      this.#mantissas[this.#count] = mantissa;
      this.#scales[this.#count] = scale;
    } else {
      this.#mantissas[this.#count] = Number.NaN;
      this.#longs.set(this.#count, { units, scale });
    }
  }

  #grow(): void {
    const size = this.#count * 2;
    const currencies = new Uint32Array(size);
    const mantissas = new Float64Array(size);
    const scales = new Uint8Array(size);
    currencies.set(this.#currencies);
    mantissas.set(this.#mantissas);
    scales.set(this.#scales);
    this.#currencies = currencies;
    this.#mantissas = mantissas;
    this.#scales = scales;
  }

  /** `codes` by the number of a currency. */
  finished(column: ColumnId, codes: readonly string[]): GroupSums {
    const numbers = this.#numbers;
    const inOrder = codes
      .map((code, currency) => ({ code, currency }))
      .filter(({ currency }) => (numbers[currency] ?? 0) > 0)
      .sort(
        (a, b) =>
          (numbers[b.currency] ?? 0) - (numbers[a.currency] ?? 0) || (a.code < b.code ? -1 : 1),
      );
    const places = new Uint32Array(codes.length);
    inOrder.forEach(({ currency }, place) => (places[currency] = place));
    const currencyOf = this.#currencies.subarray(0, this.#count);
    const largest = new Float64Array(codes.length);
    const sums = {
      column,
      currencies: inOrder.map(({ code }) => code),
      starts: this.#starts,
      currencyOf,
      mantissas: this.#mantissas,
      scales: this.#scales,
      longs: this.#longs,
      others: this.#others,
      largest,
    };
    for (let sum = 0; sum < this.#count; sum += 1) {
      const place = places[currencyOf[sum]!]!;
      currencyOf[sum] = place;
      const long = this.#longs.get(sum);
      const size = Math.abs(
        long === undefined ? this.#mantissas[sum]! / 10 ** this.#scales[sum]! : nearest(long),
      );
      if (size > largest[place]!) largest[place] = size;
    }
    return sums;
  }
}
