/**
 * What a view's filters and search look for: the one thing in a link that may be nobody else's
 * business. Pure.
 */

import type { ColumnKey } from "../../model/column.ts";
import { type Filter, isTextCondition } from "../../model/filter.ts";
import type { ViewState } from "../../model/viewState.ts";

/** The same view without any of it: filters that name a value go, "is blank" stays. */
export function withoutFilterValues(view: ViewState): ViewState {
  const filters = view.filters.filter((filter) => !hasValue(filter));
  return { ...view, search: "", also: undefined, filters };
}

/** The texts that filters look for, each once. Amounts and dates are no names. */
export function namesInFilters(filters: readonly Filter<ColumnKey>[]): readonly string[] {
  const names = filters.flatMap((filter) => {
    if (filter.kind === "is" || filter.kind === "isnt") return filter.values;
    return "value" in filter && isTextCondition(filter.kind) ? [filter.value] : [];
  });
  return [...new Set(names)].filter((name) => name !== "");
}

function hasValue(filter: Filter<ColumnKey>): boolean {
  if ("values" in filter) return filter.values.some((value) => value !== "");
  return "value" in filter || "from" in filter;
}
