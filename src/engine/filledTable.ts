/** A table with some of its columns filled, each in its place. Live as both of them are. */

import type { ProfiledColumn, ProfiledTable } from "./columnProfile.ts";

export class FilledTable implements ProfiledTable {
  readonly unfilled: ProfiledTable;
  readonly #filled: readonly ProfiledColumn[];
  #columns: readonly ProfiledColumn[] = [];

  constructor(sent: ProfiledTable, filled: readonly ProfiledColumn[]) {
    this.unfilled = sent;
    this.#filled = filled;
  }

  get rowCount(): number {
    return this.unfilled.rowCount;
  }

  get columns(): readonly ProfiledColumn[] {
    const { columns } = this.unfilled;
    if (this.#columns.length !== columns.length) {
      const filled = new Map(this.#filled.map((column) => [column.id, column]));
      this.#columns = columns.map((column) => filled.get(column.id) ?? column);
    }
    return this.#columns;
  }

  get headerCount(): number | undefined {
    return this.unfilled.headerCount;
  }

  get raggedRows(): number {
    return this.unfilled.raggedRows;
  }

  get sealed(): boolean {
    return this.unfilled.sealed;
  }
}
