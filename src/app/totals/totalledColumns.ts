/**
 * Which columns are added up, and in which currency: the ones the person chose, else all amounts
 * of money. Ids, rates, unit prices and quantities are added up only when somebody asks for it.
 */

import type { Column, ColumnKind } from "../../model/column.ts";
import type { ViewPlan } from "../../model/planView.ts";
import type { TotalledColumn } from "../../model/totals.ts";

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
  plan: ViewPlan,
): readonly TotalledName[] {
  const chosen = plan.totals === undefined ? undefined : new Set(plan.totals);
  return columns
    .filter((column) => (chosen === undefined ? column.kind === "money" : chosen.has(column.id)))
    .map((column) => ({ column, total: totalOf(column, plan) }));
}

/** The currency the person chose, else the one found; only money has one. */
export function totalOf(column: Column, plan: ViewPlan): TotalledColumn {
  const found = column.kind === "money" ? column.currency : undefined;
  return { column: column.id, currency: plan.currencies.get(column.id) ?? found };
}
