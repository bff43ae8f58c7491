/**
 * Which columns are added up, and in which currency: the ones the person chose, else all amounts
 * of money. Ids, rates, unit prices and quantities are added up only when somebody asks for it.
 */

import type { Column, ColumnKind } from "../../model/column.ts";
import type { ViewPlan } from "../../model/planView.ts";
import type { TotalledColumn } from "../../model/totals.ts";
import type { ViewState } from "../../model/viewState.ts";

export interface TotalledName {
  readonly column: Column;
  readonly total: TotalledColumn;
}

export function kindOf(column: Column, view: ViewState): ColumnKind {
  return view.kinds.get(column.key) ?? column.kind;
}

/** Columns whose values can be added up at all. */
export function canBeTotalled(kind: ColumnKind): boolean {
  return kind === "money" || kind === "decimal" || kind === "integer";
}

export function totalledColumns(
  columns: readonly Column[],
  view: ViewState,
  plan: ViewPlan,
): readonly TotalledName[] {
  const chosen = plan.totals === undefined ? undefined : new Set(plan.totals);
  return columns
    .filter((column) =>
      chosen === undefined ? kindOf(column, view) === "money" : chosen.has(column.id),
    )
    .map((column) => ({ column, total: totalOf(column, view, plan) }));
}

/** The currency the person chose, else the one found; only money has one. */
export function totalOf(column: Column, view: ViewState, plan: ViewPlan): TotalledColumn {
  const found = kindOf(column, view) === "money" ? column.currency : undefined;
  return { column: column.id, currency: plan.currencies.get(column.id) ?? found };
}
