/**
 * Exact totals of columns over a set of rows, one line per currency. One pass, no object per
 * row: numbers of up to 53 bits are added as doubles in two halves, anything longer as a big
 * integer. No float ever holds a value that a double can't hold exactly.
 */

import {
  addDecimals,
  compareDecimals,
  divideDecimal,
  formatDecimal,
  roundDecimal,
  subtractDecimals,
  ZERO,
  type Decimal,
} from "../model/decimal.ts";
import type { CellTotals, CurrencyTotals, TotalledColumn } from "../model/totals.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { BLANK_SCALE, NO_SCALE, SCALES } from "./codeNumbers.ts";
import { coinDigitsOf } from "./coinDigits.ts";
import { currencyReader } from "./currencyReader.ts";
import { NumberCells } from "./numberCells.ts";
import { rowAt, sizeOf, type RowSet } from "./rowSet.ts";
import { ScaleSums } from "./scaleSums.ts";
import { SEGMENT_ROWS, type ReportTable } from "./table.ts";

/** Figures over all cells of these columns, each in its rows, taken together, as for a selection. */
export async function totalCells(
  table: ReportTable,
  columns: readonly TotalledColumn[],
  rowsOf: (column: ColumnId) => RowSet,
  turn: Turn,
): Promise<CellTotals> {
  const sums = new Map<string, CurrencySums>();
  const counts = { blanks: 0, others: 0 };
  let cells = 0;
  for (const column of columns) {
    const rows = rowsOf(column.column);
    cells += sizeOf(rows);
    await addColumn(table, column, rows, sums, counts, turn);
  }
  const currencies = Array.from(sums.values(), (sum) => sum.totals()).sort(
    (a, b) => b.numbers - a.numbers || (a.currency < b.currency ? -1 : 1),
  );
  const numbers = currencies.reduce((count, line) => count + line.numbers, 0);
  return { cells, numbers, ...counts, currencies };
}

async function addColumn(
  table: ReportTable,
  { column: id, currency }: TotalledColumn,
  rows: RowSet,
  sums: Map<string, CurrencySums>,
  counts: { blanks: number; others: number },
  turn: Turn,
): Promise<void> {
  const cells = NumberCells.of(table, id);
  const size = sizeOf(rows);
  if (cells === undefined) {
    counts.blanks += size;
    return;
  }
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
      const scale = cells.read(row);
      if (scale < SCALES) {
        sumsOf(row).addShort(cells.mantissa, scale);
      } else if (scale === BLANK_SCALE) {
        counts.blanks += 1;
      } else if (scale === NO_SCALE) {
        counts.others += 1;
      } else {
        const value = cells.long(row);
        if (value !== undefined) sumsOf(row).addLong(value);
        else if (cells.isBlank(row)) counts.blanks += 1;
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
  readonly #sums = new ScaleSums();
  readonly #rounded = new ScaleSums();
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
    this.#sums.add(mantissa, scale);
    if (mantissa < this.#min[scale]!) this.#min[scale] = mantissa;
    if (mantissa > this.#max[scale]!) this.#max[scale] = mantissa;
    if (scale > this.#coinDigits) {
      this.#rounded.add(roundShort(mantissa, scale - this.#coinDigits), scale);
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
      const part = { units: this.#sums.at(scale), scale };
      sum = addDecimals(sum, part);
      rounded = addDecimals(
        rounded,
        scale > coinDigits ? { units: this.#rounded.at(scale), scale: coinDigits } : part,
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

/** The smaller of the two, or the larger with sign -1. */
function smaller(a: Decimal | undefined, b: Decimal, sign: 1 | -1 = 1): Decimal {
  return a !== undefined && compareDecimals(a, b) * sign <= 0 ? a : b;
}
