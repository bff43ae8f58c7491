/**
 * The spread of a column over some rows: its span, and how many rows (and exactly how much) lie in
 * each bin. Two passes over the rows: one finds the span, one puts each row into its bin; amounts
 * are then added like those of groups. Every bin is what the filter "between" finds.
 */

import { compareDecimals, formatDecimal, type Decimal } from "../model/decimal.ts";
import { DAY_MICROSECONDS, hasTime } from "../model/dateValue.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Bin, Spread, SpreadAsked } from "../model/spread.ts";
import type { Turn } from "../model/turn.ts";
import { LONG_SCALE, SCALES } from "./codeNumbers.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { dateBins, dateText, type DateBins } from "./dateBins.ts";
import { dateReader } from "./dateCells.ts";
import { eachBlock } from "./eachBlock.ts";
import { sumAt, sumGroups } from "./groupSums.ts";
import { numberBins, type NumberBins } from "./numberBins.ts";
import { NumberCells } from "./numberCells.ts";
import { readCell } from "./readCell.ts";
import { rowAt, sizeOf, type RowSet } from "./rowSet.ts";
import { slashOrder } from "./slashOrder.ts";
import type { ReportTable } from "./table.ts";

const BLOCK = 1 << 13;
/** Bin of rows that are in none. */
const OUTSIDE = 0xffff;

/** `isDate`: the column is read as dates, else as numbers. `tableRows`: that slashes are read by. */
export async function spreadOf(
  table: ReportTable,
  column: ColumnId,
  isDate: boolean,
  rows: RowSet,
  tableRows: number,
  asked: SpreadAsked,
  turn: Turn,
): Promise<Spread> {
  const bins = new Uint16Array(sizeOf(rows)).fill(OUTSIDE);
  const found = await (isDate ? binDates : binNumbers)(table, column, rows, bins, turn, tableRows);
  const { unit, span, ranges } = found;
  const counts = new Uint32Array(ranges.length);
  await eachPlace(bins.length, turn, (place) => {
    if (bins[place] !== OUTSIDE) counts[bins[place]!]! += 1;
  });
  const sums = await sumBins(table, rows, bins, counts, asked, turn);
  return {
    unit,
    span: span && {
      from: readCell(table, span.from, column).text,
      to: readCell(table, span.to, column).text,
    },
    bins: ranges.map((range, at): Bin => ({ ...range, rows: counts[at]!, sum: sums[at] })),
    within: counts.reduce((sum, count) => sum + count, 0),
    rows: bins.length,
  };
}

interface Found {
  readonly unit: Spread["unit"];
  /** Rows that hold the least and the greatest. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
  readonly ranges: readonly Pick<Bin, "from" | "to">[];
}

async function binDates(
  table: ReportTable,
  column: ColumnId,
  rows: RowSet,
  bins: Uint16Array,
  turn: Turn,
  tableRows: number,
): Promise<Found> {
  const snapshot = snapshotOf(table, column);
  if (snapshot === undefined) return { unit: "day", span: undefined, ranges: [] };
  const read = dateReader(snapshot, await slashOrder(snapshot, tableRows, turn));
  const moments = new Float64Array(bins.length);
  let [from, to, least, most] = [0, 0, Infinity, -Infinity];
  let isTimed = false;
  await eachPlace(bins.length, turn, (place) => {
    const row = rowAt(rows, place);
    const moment = read(row);
    moments[place] = moment;
    if (moment < least) [least, from] = [moment, row];
    if (moment > most) [most, to] = [moment, row];
    isTimed ||= moment % DAY_MICROSECONDS !== 0 && moment === moment;
  });
  if (least > most) return { unit: "day", span: undefined, ranges: [] };
  isTimed ||= hasTime(readCell(table, from, column).text);
  const { unit, edges } = dateBins(least, most, isTimed);
  await eachPlace(bins.length, turn, (place) => {
    if (moments[place]! >= least) bins[place] = binAt(edges, moments[place]!);
  });
  return { unit, span: { from, to }, ranges: dateRanges(unit, edges) };
}

function dateRanges(unit: DateBins["unit"], edges: Float64Array): Found["ranges"] {
  return Array.from(edges.subarray(0, -1), (edge, at) => ({
    from: dateText(edge, unit),
    to: dateText(edges[at + 1]! - 1, unit),
  }));
}

/** The last edge that is not beyond. */
function binAt(edges: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

async function binNumbers(
  table: ReportTable,
  column: ColumnId,
  rows: RowSet,
  bins: Uint16Array,
  turn: Turn,
): Promise<Found> {
  const none: Found = { unit: "number", span: undefined, ranges: [] };
  const cells = NumberCells.of(table, column);
  if (cells === undefined) return none;
  const limits = new Limits();
  await eachPlace(bins.length, turn, (place) => {
    const row = rowAt(rows, place);
    const scale = cells.read(row);
    if (scale < SCALES) limits.addShort(cells.mantissa, scale, row);
    else if (scale === LONG_SCALE) limits.addLong(cells.long(row), row);
  });
  const { least, most, scale } = limits.found();
  if (least === undefined || most === undefined) return none;
  const found = numberBins(unitsAt(least.value, scale), unitsAt(most.value, scale), scale);
  const edges = Array.from({ length: SCALES }, (_, at) => edgesAt(found, at));
  await eachPlace(bins.length, turn, (place) => {
    const row = rowAt(rows, place);
    const at = cells.read(row);
    if (at < SCALES) bins[place] = binAt(edges[at]!, cells.mantissa);
    else if (at === LONG_SCALE) {
      const value = cells.long(row);
      if (value !== undefined) {
        bins[place] = Number((unitsAt(value, scale) - found.start) / found.step);
      }
    }
  });
  return { unit: "number", span: { from: least.row, to: most.row }, ranges: numberRanges(found) };
}

function numberRanges({ start, step, count, scale }: NumberBins): Found["ranges"] {
  return Array.from({ length: count }, (_, at) => {
    const units = start + BigInt(at) * step;
    return {
      from: formatDecimal({ units, scale }),
      to: formatDecimal({ units: units + step - 1n, scale }),
    };
  });
}

/** The least mantissa of each bin at a scale; of a scale finer than the bins', none is asked for. */
function edgesAt({ start, step, count, scale }: NumberBins, at: number): Float64Array {
  const divisor = 10n ** BigInt(Math.max(0, scale - at));
  return Float64Array.from({ length: at > scale ? 0 : count + 1 }, (_, bin) => {
    const edge = start + BigInt(bin) * step;
    const whole = edge / divisor;
    return Number(edge % divisor > 0n ? whole + 1n : whole);
  });
}

function unitsAt({ units, scale }: Decimal, at: number): bigint {
  return units * 10n ** BigInt(at - scale);
}

interface Limit {
  readonly value: Decimal;
  readonly row: number;
}

/** The least and the greatest number, with the most digits after the point among all. */
class Limits {
  readonly #low = new Float64Array(SCALES).fill(Infinity);
  readonly #high = new Float64Array(SCALES).fill(-Infinity);
  readonly #lowRow = new Float64Array(SCALES);
  readonly #highRow = new Float64Array(SCALES);
  #least: Limit | undefined;
  #most: Limit | undefined;
  #scale = 0;

  addShort(mantissa: number, scale: number, row: number): void {
    if (mantissa < this.#low[scale]!) {
      this.#low[scale] = mantissa;
      this.#lowRow[scale] = row;
    }
    if (mantissa > this.#high[scale]!) {
      this.#high[scale] = mantissa;
      this.#highRow[scale] = row;
    }
  }

  addLong(value: Decimal | undefined, row: number): void {
    if (value === undefined) return;
    this.#scale = Math.max(this.#scale, value.scale);
    const { least, most } = { least: this.#least, most: this.#most };
    if (least === undefined || compareDecimals(value, least.value) < 0)
      this.#least = { value, row };
    if (most === undefined || compareDecimals(value, most.value) > 0) this.#most = { value, row };
  }

  found(): { least: Limit | undefined; most: Limit | undefined; scale: number } {
    for (let scale = 0; scale < SCALES; scale += 1) {
      if (this.#low[scale] === Infinity) continue;
      this.addLong({ units: BigInt(this.#low[scale]!), scale }, this.#lowRow[scale]!);
      this.addLong({ units: BigInt(this.#high[scale]!), scale }, this.#highRow[scale]!);
    }
    return { least: this.#least, most: this.#most, scale: this.#scale };
  }
}

/** The exact sum of each bin. */
async function sumBins(
  table: ReportTable,
  rows: RowSet,
  bins: Uint16Array,
  counts: Uint32Array,
  { total, currency }: SpreadAsked,
  turn: Turn,
): Promise<readonly (string | undefined)[]> {
  if (total === undefined) return [];
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, bin) => (starts[bin + 1] = starts[bin]! + count));
  const next = starts.slice();
  const list = new Uint32Array(starts.at(-1)!);
  await eachPlace(bins.length, turn, (place) => {
    if (bins[place] !== OUTSIDE) list[next[bins[place]!]!++] = rowAt(rows, place);
  });
  const sums = await sumGroups(table, list, starts, total, turn);
  const wanted = sums.currencies.indexOf(currency);
  return Array.from(counts, (_, bin) => {
    for (let sum = sums.starts[bin]!; sum < sums.starts[bin + 1]!; sum += 1) {
      if (sums.currencyOf[sum] === wanted) return formatDecimal(sumAt(sums, sum));
    }
    return undefined;
  });
}

function eachPlace(size: number, turn: Turn, visit: (place: number) => void): Promise<void> {
  const visitAll = (from: number, to: number) => {
    for (let place = from; place < to; place += 1) visit(place);
  };
  return eachBlock(size, turn, visitAll, BLOCK);
}
