/**
 * The columns as the grid has them: those of the view that this report has, with the columns that
 * rows are grouped by in front, and room in them for what a group's line says.
 */

import type { GridColumn } from "../../grid/gridProps.ts";
import { useColumnModel } from "../../grid/useColumnModel.ts";
import type { ColumnId } from "../../model/positions.ts";
import { useGroupRoom } from "./useGroupRoom.ts";
import type { Report } from "./useReport.ts";

export function useGridColumns(report: Report): readonly GridColumn[] {
  const isWhole = report.sent?.sealed === true;
  return useColumnModel(report.columns, shownView(report), isWhole, useGroupRoom(report));
}

/**
 * The view with only those columns that this report has; without any of them, all. Columns that rows
 * are grouped by stand first.
 */
function shownView({ view, columns, plan }: Report) {
  const isGrouped = plan.query.groups !== undefined;
  if (view.shown === undefined && !isGrouped) return view;
  const keysOf = (ids: readonly ColumnId[]) => ids.flatMap((id) => columns[id]?.key ?? []);
  const shown = keysOf(plan.shown);
  if (!isGrouped) return { ...view, shown };
  const { left, right } = plan.pinned;
  return { ...view, shown, pinned: { left: keysOf(left), right: keysOf(right) } };
}
