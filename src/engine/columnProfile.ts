/**
 * What is known of all values of a column so far, kept up to date with every batch: how many are
 * of each class and the longest of them. Counts are of rows, not of distinct values.
 */

import { isCommaNumber } from "../model/cell.ts";
import type { ReportTable, TableColumn } from "./table.ts";
import { classify, isNumber, VALUE_CLASSES, ValueClass, type NumberShape } from "./valueClass.ts";
import { textWidth } from "./wtf8.ts";

/** Texts are not measured beyond the room of so many narrow letters. */
const LONGEST = 1000;

const shape: NumberShape = { whole: 0, fraction: 0 };

/** A table whose columns know what their values look like. */
export interface ProfiledTable extends ReportTable {
  readonly columns: readonly ProfiledColumn[];
}

export interface ProfiledColumn extends TableColumn {
  readonly profile: ColumnProfile;
}

export class ColumnProfile {
  /** Rows by `ValueClass`. Cells missing because the column came late are not in it. */
  readonly tallies = new Uint32Array(VALUE_CLASSES);
  longest = 0;
  wholeDigits = 0;
  fractionDigits = 0;
  /** Some value was a number with a decimal comma. */
  commas = false;

  /** Cells that are not blank. */
  get values(): number {
    return this.count(ValueClass.blank + 1, VALUE_CLASSES - 1);
  }

  get numbers(): number {
    return this.count(ValueClass.integer, ValueClass.power);
  }

  /** Rows of the classes from one to another, both included. */
  count(from: number, to: number = from): number {
    let rows = 0;
    for (let found: number = from; found <= to; found++) rows += this.tallies[found]!;
    return rows;
  }

  /** Classifies a value and takes its measures; the caller adds the rows to `tallies`. */
  measure(bytes: Uint8Array, start: number, end: number, kind: number): ValueClass {
    if (isCommaNumber(kind)) this.commas = true;
    const found = classify(bytes, start, end, kind, shape);
    if (end - start > this.longest && this.longest < LONGEST) {
      this.longest = Math.max(this.longest, textWidth(bytes, start, end, LONGEST));
    }
    if (isNumber(found)) {
      if (shape.whole > this.wholeDigits) this.wholeDigits = shape.whole;
      if (shape.fraction > this.fractionDigits) this.fractionDigits = shape.fraction;
    }
    return found;
  }

  /** Counts plain numbers, `integers` of which have no point, `longIntegers` more than 15 digits. */
  addNumbers(count: number, integers: number, longIntegers: number): void {
    this.tallies[ValueClass.decimal]! += count - integers;
    this.tallies[ValueClass.integer]! += integers - longIntegers;
    this.tallies[ValueClass.longInteger]! += longIntegers;
  }

  widen(longest: number, wholeDigits: number, fractionDigits: number): void {
    this.longest = Math.max(this.longest, Math.min(longest, LONGEST));
    this.wholeDigits = Math.max(this.wholeDigits, wholeDigits);
    this.fractionDigits = Math.max(this.fractionDigits, fractionDigits);
  }
}
