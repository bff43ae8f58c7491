/**
 * The columns as the grid has them: those of the view that this report has, with the columns that
 * rows are grouped by in front, and room in them for what a group's line says.
 */

import { useMemo } from "react";

import type { GridColumn } from "../../grid/gridProps.ts";
import { type ColumnView, useColumnModel } from "../../grid/useColumnModel.ts";
import type { ColumnId } from "../../model/positions.ts";
import { useGroupRoom } from "./useGroupRoom.ts";
import type { Report } from "./useReport.ts";

export function useGridColumns(report: Report): readonly GridColumn[] {
  const isWhole = report.sent?.sealed === true;
  const { view, columns, plan } = report;
  const shown = useMemo(() => shownView(view, columns, plan), [view, columns, plan]);
  return useColumnModel(columns, shown, isWhole, useGroupRoom(report));
}

/**
 * The view with only those columns that this report has; without any of them, all. Columns that rows
 * are grouped by stand first.
 */
function shownView(
  view: Report["view"],
  columns: Report["columns"],
  plan: Report["plan"],
): ColumnView {
  const isGrouped = plan.query.groups !== undefined;
  if (view.shown === undefined && !isGrouped) return view;
  const keysOf = (ids: readonly ColumnId[]) => ids.flatMap((id) => columns[id]?.key ?? []);
  const shown = keysOf(plan.shown);
  if (!isGrouped) return { ...view, shown };
  const { left, right } = plan.pinned;
  return { ...view, shown, pinned: { left: keysOf(left), right: keysOf(right) } };
}
