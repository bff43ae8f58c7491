/**
 * Which columns are added up, and in which currency: the ones the person chose, else all amounts
 * of money. Ids, rates, unit prices and quantities are added up only when somebody asks for it.
 */

import type { Column, ColumnKind, CurrencySource } from "./column.ts";
import type { ColumnId } from "./positions.ts";
import type { TotalledColumn } from "./totals.ts";

export interface TotalsChoice {
  /** Undefined for the columns chosen by their kind. */
  readonly totals: readonly ColumnId[] | undefined;
  /** Currencies the person chose. */
  readonly currencies: ReadonlyMap<ColumnId, CurrencySource>;
}

export interface TotalledName {
  readonly column: Column;
  readonly total: TotalledColumn;
}

/** Columns whose values can be added up at all. */
export function canBeTotalled(kind: ColumnKind): boolean {
  return kind === "money" || kind === "decimal" || kind === "integer";
}

export function totalledColumns(
  columns: readonly Column[],
  choice: TotalsChoice,
): readonly TotalledName[] {
  const chosen = choice.totals === undefined ? undefined : new Set(choice.totals);
  return columns
    .filter((column) => (chosen === undefined ? column.kind === "money" : chosen.has(column.id)))
    .map((column) => ({ column, total: totalOf(column, choice) }));
}

/** The currency the person chose, else the one found; only money has one. */
export function totalOf(
  column: Column,
  { currencies }: Pick<TotalsChoice, "currencies">,
): TotalledColumn {
  const found = column.kind === "money" ? column.currency : undefined;
  return { column: column.id, currency: currencies.get(column.id) ?? found };
}
