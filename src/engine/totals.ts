/**
 * Exact totals of columns over a set of rows, one line per currency. One pass, no object per
 * row: numbers of up to 53 bits are added as two halves in doubles, which can't overflow below
 * 2^26 rows; anything longer is added as a big integer. No float ever holds a value that
 * a double can't hold exactly.
 */

import {
  addDecimals,
  compareDecimals,
  divideDecimal,
  formatDecimal,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
} from "../model/decimal.ts";
import type { CellTotals, CurrencyTotals, TotalledColumn } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import { BLANK, isNumeric, LONG, NOT_A_NUMBER, numbersByCode, SCALES } from "./codeNumbers.ts";
import { coinDigitsOf } from "./coinDigits.ts";
import { currencyReader } from "./currencyReader.ts";
import { readCell } from "./readCell.ts";
import { rowAt, sizeOf, type RowSet } from "./rowSet.ts";
import { SEGMENT_ROWS, SEGMENT_SHIFT, type ReportTable } from "./table.ts";

const HALF = 2 ** 26;

/** Figures over all cells of these columns and rows taken together, as for a selection. */
export async function totalCells(
  table: ReportTable,
  columns: readonly TotalledColumn[],
  rows: RowSet,
  turn: Turn,
): Promise<CellTotals> {
  const sums = new Map<string, CurrencySums>();
  const counts = { blanks: 0, others: 0 };
  for (const column of columns) await addColumn(table, column, rows, sums, counts, turn);
  const currencies = Array.from(sums.values(), (sum) => sum.totals()).sort(
    (a, b) => b.numbers - a.numbers || (a.currency < b.currency ? -1 : 1),
  );
  const numbers = currencies.reduce((count, line) => count + line.numbers, 0);
  return { cells: sizeOf(rows) * columns.length, numbers, ...counts, currencies };
}

async function addColumn(
  table: ReportTable,
  { column: id, currency }: TotalledColumn,
  rows: RowSet,
  sums: Map<string, CurrencySums>,
  counts: { blanks: number; others: number },
  turn: Turn,
): Promise<void> {
  const column = table.columns[id];
  const size = sizeOf(rows);
  if (column === undefined) {
    counts.blanks += size;
    return;
  }
  const { dictionary, segments } = column;
  const byCode = numbersByCode(dictionary);
  const groups = currencyReader(table, currency);
  const sumsByGroup: CurrencySums[] = [];
  const sumsOf = (row: number): CurrencySums => {
    const group = groups.groupOf(row);
    return (sumsByGroup[group] ??= sumsFor(sums, groups.codeOf(group)));
  };

  for (let from = 0; from < size; from += SEGMENT_ROWS) {
    const to = Math.min(size, from + SEGMENT_ROWS);
    for (let place = from; place < to; place += 1) {
      const row = rowAt(rows, place);
      const segment = segments[row >>> SEGMENT_SHIFT]!;
      const inSegment = row & (SEGMENT_ROWS - 1);
      let mantissa = Number.NaN;
      let scale = LONG;
      let code: number | undefined;
      if (segment.encoding === "decimal") {
        mantissa = segment.mantissas[inSegment]!;
        scale = segment.scales === undefined ? segment.scale : segment.scales[inSegment]!;
        if (mantissa !== mantissa) code = segment.exceptions.get(inSegment);
      } else if (segment.encoding === "codes") {
        code = segment.codes[inSegment];
      }
      if (code !== undefined) {
        const known = code < byCode.scales.length;
        mantissa = known ? byCode.mantissas[code]! : Number.NaN;
        scale = known ? byCode.scales[code]! : LONG;
      }
      if (scale < SCALES) {
        sumsOf(row).addShort(mantissa, scale);
      } else if (scale === BLANK) {
        counts.blanks += 1;
      } else if (scale === NOT_A_NUMBER) {
        counts.others += 1;
      } else {
        const cell = readCell(table, row, id);
        const value = isNumeric(cell.kind) ? parseDecimal(cell.text) : undefined;
        if (value !== undefined) sumsOf(row).addLong(value);
        else if (cell.text === "") counts.blanks += 1;
        else counts.others += 1;
      }
    }
    if (turn.due()) await turn.next();
  }
}

function sumsFor(sums: Map<string, CurrencySums>, currency: string): CurrencySums {
  let found = sums.get(currency);
  if (found === undefined) {
    found = new CurrencySums(currency);
    sums.set(currency, found);
  }
  return found;
}

/** The sums of one currency: short numbers by scale, long ones as decimals. */
class CurrencySums {
  readonly #currency: string;
  readonly #coinDigits: number;
  readonly #counts = new Float64Array(SCALES);
  readonly #high = new Float64Array(SCALES);
  readonly #low = new Float64Array(SCALES);
  readonly #roundedHigh = new Float64Array(SCALES);
  readonly #roundedLow = new Float64Array(SCALES);
  readonly #min = new Float64Array(SCALES).fill(Infinity);
  readonly #max = new Float64Array(SCALES).fill(-Infinity);
  #longCount = 0;
  #longSum = ZERO;
  #longRounded = ZERO;
  #longMin: Decimal | undefined;
  #longMax: Decimal | undefined;

  constructor(currency: string) {
    this.#currency = currency;
    this.#coinDigits = coinDigitsOf(currency);
  }

  addShort(mantissa: number, scale: number): void {
    this.#counts[scale]! += 1;
    const high = Math.floor(mantissa / HALF);
    this.#high[scale]! += high;
    this.#low[scale]! += mantissa - high * HALF;
    if (mantissa < this.#min[scale]!) this.#min[scale] = mantissa;
    if (mantissa > this.#max[scale]!) this.#max[scale] = mantissa;
    if (scale > this.#coinDigits) {
      const rounded = roundShort(mantissa, scale - this.#coinDigits);
      const roundedHigh = Math.floor(rounded / HALF);
      this.#roundedHigh[scale]! += roundedHigh;
      this.#roundedLow[scale]! += rounded - roundedHigh * HALF;
    }
  }

  addLong(value: Decimal): void {
    this.#longCount += 1;
    this.#longSum = addDecimals(this.#longSum, value);
    this.#longRounded = addDecimals(this.#longRounded, roundDecimal(value, this.#coinDigits));
    this.#longMin = smaller(this.#longMin, value);
    this.#longMax = smaller(this.#longMax, value, -1);
  }

  totals(): CurrencyTotals {
    const coinDigits = this.#coinDigits;
    let numbers = this.#longCount;
    let sum = this.#longSum;
    let rounded = this.#longRounded;
    let min = this.#longMin;
    let max = this.#longMax;
    for (let scale = 0; scale < SCALES; scale += 1) {
      if (this.#counts[scale] === 0) continue;
      numbers += this.#counts[scale]!;
      const part = { units: joined(this.#high[scale]!, this.#low[scale]!), scale };
      sum = addDecimals(sum, part);
      rounded = addDecimals(
        rounded,
        scale > coinDigits
          ? {
              units: joined(this.#roundedHigh[scale]!, this.#roundedLow[scale]!),
              scale: coinDigits,
            }
          : part,
      );
      min = smaller(min, { units: BigInt(this.#min[scale]!), scale });
      max = smaller(max, { units: BigInt(this.#max[scale]!), scale }, -1);
    }
    const averageDigits = Math.max(sum.scale, coinDigits);
    return {
      currency: this.#currency,
      numbers,
      sum: formatDecimal(sum),
      coinDigits,
      roundedSum: formatDecimal(roundDecimal(rounded, coinDigits)),
      difference: formatDecimal(subtractDecimals(rounded, sum)),
      average: formatDecimal(divideDecimal(sum, numbers, averageDigits)),
      averageDigits,
      min: formatDecimal(min ?? ZERO),
      max: formatDecimal(max ?? ZERO),
    };
  }
}

const POWERS = Array.from({ length: SCALES }, (_, digits) => 10 ** digits);

/** mantissa / 10^digits to a whole number, halves away from zero; exact, as `%` is. */
function roundShort(mantissa: number, digits: number): number {
  const magnitude = Math.abs(mantissa);
  const divisor = POWERS[digits]!;
  const remainder = magnitude % divisor;
  const whole = Math.round((magnitude - remainder) / divisor);
  const rounded = remainder * 2 >= divisor ? whole + 1 : whole;
  return mantissa < 0 ? -rounded : rounded;
}

function joined(high: number, low: number): bigint {
  return BigInt(high) * BigInt(HALF) + BigInt(low);
}

/** The smaller of the two, or the larger with sign -1. */
function smaller(a: Decimal | undefined, b: Decimal, sign: 1 | -1 = 1): Decimal {
  return a !== undefined && compareDecimals(a, b) * sign <= 0 ? a : b;
}
