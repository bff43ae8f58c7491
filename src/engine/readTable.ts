/**
 * A table as it is read: without the lines set aside, and with the names that one of them has. The
 * rows keep their places in the report as sent; what is known of a column is known of its data
 * alone, so that amounts are amounts although the header line stands between them. Live, and free: the
 * cells are those of the table.
 */

import type { AsideFinder } from "./asideFinder.ts";
import { ColumnProfile, type ProfiledColumn, type ProfiledTable } from "./columnProfile.ts";

/** `rowsOfWidth`: of the table as sent. */
export class ReadTable implements ProfiledTable {
  readonly #sent: ProfiledTable;
  readonly #found: AsideFinder;
  readonly #rowsOfWidth: (width: number) => number;
  readonly #columns: ReadColumn[] = [];

  constructor(sent: ProfiledTable, found: AsideFinder, rowsOfWidth: (width: number) => number) {
    this.#sent = sent;
    this.#found = found;
    this.#rowsOfWidth = rowsOfWidth;
  }

  get rowCount(): number {
    return this.#sent.rowCount;
  }

  get columns(): readonly ProfiledColumn[] {
    const { columns } = this.#sent;
    for (let at = this.#columns.length; at < columns.length; at += 1) {
      this.#columns.push(new ReadColumn(columns[at]!, this.#found));
    }
    return this.#columns;
  }

  get headerCount(): number | undefined {
    return this.#found.names?.length ?? this.#sent.headerCount;
  }

  get raggedRows(): number {
    const { headerCount } = this;
    if (headerCount === undefined) return 0;
    const even = this.#rowsOfWidth(headerCount) - this.#found.rowsOfWidth(headerCount);
    return this.rowCount - this.aside.length - even;
  }

  get sealed(): boolean {
    return this.#sent.sealed;
  }

  get aside(): readonly number[] {
    return this.#found.rows;
  }

  get unfilled() {
    return this.#sent.unfilled;
  }
}

class ReadColumn implements ProfiledColumn {
  readonly id;
  readonly filledFrom;
  readonly #sent: ProfiledColumn;
  readonly #found: AsideFinder;

  constructor(sent: ProfiledColumn, found: AsideFinder) {
    this.id = sent.id;
    this.filledFrom = sent.filledFrom;
    this.#sent = sent;
    this.#found = found;
  }

  get name(): string {
    const { names } = this.#found;
    return names === undefined ? this.#sent.name : (names[this.id] ?? "");
  }

  get dictionary() {
    return this.#sent.dictionary;
  }

  get segments() {
    return this.#sent.segments;
  }

  /** Lengths and digits stay those of all cells: room to draw them, nothing that is said. */
  get profile(): ColumnProfile {
    const { profile } = this.#sent;
    const aside = this.#found.tallies(this.id);
    if (aside === undefined) return profile;
    const { longest, wholeDigits, fractionDigits } = profile;
    const read = new ColumnProfile();
    read.tallies.set(profile.tallies);
    // A column that came late counts no missing cells: only values are sure to be there.
    aside.forEach((rows, found) => (read.tallies[found]! -= Math.min(rows, read.tallies[found]!)));
    read.commas = profile.commas;
    read.widen(longest, wholeDigits, fractionDigits);
    return read;
  }
}
