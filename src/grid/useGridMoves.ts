/**
 * Going to a cell, in all its ways: making it active, bringing it into view, extending the
 * selection to it. Keys, pointer and the app's own jumps share these.
 */

import { viewRow, type ViewRow } from "../model/positions.ts";
import type { ColumnLayout } from "./columnLayout.ts";
import type { GridColumn, GridPlace, GridProps } from "./gridProps.ts";
import { clampPlace, HEADER_ROW } from "./movePlace.ts";
import type { GridExtent, GridPosition } from "./movePlace.ts";
import { changeSelection } from "./selection.ts";
import type { CellPlace, SelectionAction } from "./selection.ts";
import type { GridViewport } from "./viewport.ts";

interface MoveContext {
  readonly layout: ColumnLayout;
  readonly viewport: GridViewport;
  readonly active: GridPosition | undefined;
  readonly setActive: (position: GridPosition) => void;
  readonly rowCount: number;
  readonly props: Pick<GridProps, "selection" | "onSelect">;
}

export function useGridMoves(context: MoveContext) {
  const { layout, viewport, active, setActive, rowCount, props } = context;
  const { selection } = props;

  const extent = (): GridExtent => ({
    rowCount,
    columnCount: layout.columns.length,
    pageRows: viewport.pageRows(),
  });
  const change = (action: SelectionAction) => {
    const next = changeSelection(selection, action);
    if (next !== selection) props.onSelect?.(next);
  };
  const show = ({ row, position }: GridPosition) => {
    if (row !== HEADER_ROW) viewport.showRow(row);
    viewport.showColumn(position);
  };
  const cellAt = ({ row, position }: GridPosition): CellPlace | undefined => {
    const column = layout.columns[position]?.id;
    return column === undefined || row === HEADER_ROW ? undefined : { row, column };
  };

  const goTo = (to: GridPosition) => {
    setActive(to);
    show(to);
    change({ type: "clear" });
  };
  const extendTo = (to: GridPosition) => {
    const at = cellAt(to);
    const from = active === undefined ? undefined : cellAt(active);
    show(to);
    if (at !== undefined && from !== undefined) change({ type: "extend", from, to: at });
  };
  const reach = (at: GridPosition, extend: boolean) => {
    const canExtend = extend && props.onSelect !== undefined && active?.row !== HEADER_ROW;
    if (canExtend && active !== undefined) extendTo(at);
    else goTo(at);
  };
  const select = (type: "column" | "row" | "all" | "clear") => {
    if (type === "clear") {
      change({ type });
      return;
    }
    // From the header, a whole column is selected as from its first cell.
    const at =
      active === undefined
        ? undefined
        : cellAt({ ...active, row: viewRow(Math.max(0, active.row)) });
    if (at !== undefined && rowCount > 0) change({ type, at });
  };
  const selectColumn = (column: GridColumn) => {
    const at = { row: viewRow(0), column: column.id };
    if (props.onSelect !== undefined && rowCount > 0) change({ type: "column", at });
  };
  /** Leaves the selection: its column's menu may be about it. */
  const reachHeader = (column: GridColumn) => {
    const position = layout.positions.get(column.id);
    if (position === undefined) return;
    setActive({ row: HEADER_ROW, position });
    viewport.showColumn(position);
  };
  const reachRow = (row: ViewRow) => {
    const to = { row, position: active?.position ?? 0 };
    const at = cellAt(to);
    setActive(to);
    viewport.showRow(row);
    if (at !== undefined) change({ type: "row", at });
  };
  const goToFirst = () => {
    const first = rowCount === 0 ? HEADER_ROW : viewport.visibleRows().start;
    setActive(clampPlace({ row: first, position: 0 }, extent()));
  };
  const moveTo = (place: GridPlace) => {
    const position = layout.positions.get(place.column);
    if (position === undefined) return;
    const row = place.row === "header" ? HEADER_ROW : place.row;
    goTo(clampPlace({ row, position }, extent()));
  };
  const headPosition =
    selection === undefined ? undefined : layout.positions.get(selection.head.column);
  const head =
    selection === undefined || headPosition === undefined
      ? undefined
      : { row: selection.head.row, position: headPosition };

  return {
    extent,
    head,
    goTo,
    extendTo,
    reach,
    reachHeader,
    reachRow,
    goToFirst,
    moveTo,
    select,
    selectColumn,
    scrollRows: viewport.scrollRows,
  };
}
