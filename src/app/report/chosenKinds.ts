/**
 * The report's columns with the kinds that the person chose: what everything on screen goes by.
 * Why a column was found to be of another kind stays with it. No choice gives the same array.
 */

import type { Column, ColumnKind } from "../../model/column.ts";
import type { ViewState } from "../../model/viewState.ts";

export function withChosenKinds(
  columns: readonly Column[],
  kinds: ViewState["kinds"],
): readonly Column[] {
  if (kinds.size === 0) return columns;
  return columns.map((column) => withChosenKind(column, kinds.get(column.key)));
}

function withChosenKind(column: Column, kind: ColumnKind | undefined): Column {
  return kind === undefined ? column : { ...column, kind };
}
