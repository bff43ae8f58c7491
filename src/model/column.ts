/**
 * What is known of a column: its place, its name, the kind of its values and why we think so.
 * Kinds are found from all values and the header; while rows still arrive they are provisional.
 */

import type { Brand } from "./brand.ts";
import type { ColumnId } from "./positions.ts";

/** As many as a spreadsheet has at most. Each costs about 5 KB before its first row. */
export const MOST_COLUMNS = 16_384;

export const COLUMN_KINDS = [
  "text",
  "id",
  "integer",
  "decimal",
  "money",
  "date",
  "datetime",
  "boolean",
] as const;

export type ColumnKind = (typeof COLUMN_KINDS)[number];

/**
 * A column's name in links and saved views: its header, with `~2`, `~3`… for the second, third…
 * column of that header. Unique within a report; survives columns moving.
 */
export type ColumnKey = Brand<string, "ColumnKey">;

/** Why a column has its kind: figures over the cells that aren't blank. */
export interface KindReason {
  /** Cells that are not blank. */
  readonly values: number;
  /** How many of them fit the kind; for a text column, how many are numbers. */
  readonly fitting: number;
  /** The header's name spoke for the kind (named like an id, named like an amount). */
  readonly named: boolean;
}

export interface Column {
  readonly id: ColumnId;
  readonly key: ColumnKey;
  /** The header as the report has it; may be empty. */
  readonly name: string;
  /** What people read and hear: the header, or `Column 7` (1-based) where it is blank. */
  readonly label: string;
  readonly kind: ColumnKind;
  readonly reason: KindReason;
  /** Room of the longest value in narrow letters, at most 1,000: for a first width. */
  readonly longest: number;
  /** The most digits before and after the decimal point among its numbers. */
  readonly wholeDigits: number;
  readonly fractionDigits: number;
  /** The file wrote numbers of the column with a decimal comma. */
  readonly commas: boolean;
  /** Blank cells, missing ones included. */
  readonly blanks: number;
  /**
   * The column that holds each row's currency code, or one code for all rows. Columns of numbers
   * that are not money have the one they would have as money: a person may change the kind.
   */
  readonly currency: CurrencySource | undefined;
}

/** An amount that a line does not say is none of its own: blanks of such columns stay blank. */
export function canBeFilled(kind: ColumnKind): boolean {
  return kind !== "integer" && kind !== "decimal" && kind !== "money";
}

/** Where amounts' currency stands: in a column, or one code (named by the header or chosen). */
export type CurrencySource =
  | { readonly from: "column"; readonly column: ColumnId }
  | { readonly from: "code"; readonly code: string };

export function columnLabel(name: string, id: ColumnId): string {
  return name.trim() === "" ? `Column ${id + 1}` : name;
}

/**
 * Names for links, unique in their list. A `~` of the header itself is doubled, so
 * `Cost~2` as a header and the second column `Cost` stay apart.
 */
export function columnKeys(names: readonly string[]): readonly ColumnKey[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const base = name.replaceAll("~", "~~");
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return (count === 1 ? base : `${base}~${count}`) as ColumnKey;
  });
}
