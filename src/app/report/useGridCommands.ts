/**
 * What the grid asks for, turned into changes of the view and panels to open. Only `search`
 * keeps its identity: the field waits with it.
 */

import { type RefObject, useCallback } from "react";
import type { GridColumn, GridHandle, GridPlace, GridProps } from "../../grid/gridProps.ts";
import { type CellView, isBlank, textCell } from "../../model/cell.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { GroupLine } from "../../model/grouping.ts";
import type { Filter } from "../../model/filter.ts";
import type { ViewRow } from "../../model/positions.ts";
import { reportText } from "../../grid/localWriting.ts";
import type { FoldStore } from "../data/foldStore.ts";
import { type Panel, panelForColumn } from "./panel.ts";
import type { Report } from "./useReport.ts";

interface GridCommandsInput {
  readonly report: Report;
  readonly folds: FoldStore;
  readonly grid: RefObject<GridHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly setPanel: (panel: Panel) => void;
  /** Copies the selected cells, else the active cell's text; false when there is neither. */
  readonly copy: (headers: boolean, active: string | undefined) => boolean;
  /** Opens the menu of files to save; false when there is nothing to save yet. */
  readonly openExport: () => boolean;
}

type GridEvents = Pick<
  GridProps,
  | "onSort"
  | "onOpenColumnMenu"
  | "onResize"
  | "onMoveColumn"
  | "onPlaceColumn"
  | "onToggleGroup"
  | "onOnlyGroup"
  | "onKeyCommand"
>;

export interface GridCommands {
  readonly gridEvents: GridEvents;
  readonly search: (text: string) => void;
  readonly fit: (column: GridColumn) => void;
  readonly fitAll: () => void;
  /** One place to the left or to the right. */
  readonly moveColumn: (column: Pick<GridColumn, "id" | "key">, by: -1 | 1) => void;
  /** Undefined where no group's line is. */
  readonly onlyGroupAt: (place: GridPlace | undefined) => (() => void) | undefined;
  /** Folds or opens all groups. */
  readonly openAll: (open: boolean) => void;
  /** Only while all rows are shown in the report's order. */
  readonly goTo: (row: ViewRow) => void;
}

export function useGridCommands(input: GridCommandsInput): GridCommands {
  const { report, folds, grid, search, setPanel, copy, openExport } = input;
  const { change, columns, plan, shown, view } = report;
  const keys = columns.map((column) => column.key);

  const move = (column: ColumnKey, before: ColumnKey | undefined) => {
    const { groups } = plan.query;
    // Where a group's column stands is up to the groups.
    if (groups?.levels.some((level) => columns[level.column]?.key === column) === true) return;
    const shown = groups && plan.shown.flatMap((id) => columns[id]?.key ?? []);
    change({ type: "moveColumn", column, before, shown, columns: keys });
  };

  const hide = (column: GridColumn["key"]) => {
    if (plan.shown.length > 1) change({ type: "hideColumn", column, columns: keys });
  };

  const onMoveColumn: GridCommands["moveColumn"] = (column, by) => {
    const at = plan.shown.indexOf(column.id);
    const beside = columns.find((one) => one.id === plan.shown[at + by]);
    if (beside === undefined) return;
    // Moving right means standing before the column after the next one.
    const after = columns.find((one) => one.id === plan.shown[at + 2]);
    const before = by < 0 ? beside.key : after?.key;
    move(column.key, before);
  };

  const toggleGroup = ({ name }: GroupLine) => {
    if (view.grouping !== undefined) folds.toggle(view.grouping, name);
  };

  const onKeyCommand: GridEvents["onKeyCommand"] = (command, place) => {
    const column = columns.find((one) => one.id === place?.column);
    switch (command.type) {
      case "search":
        search.current?.focus();
        search.current?.select();
        return true;
      case "copyLink":
        setPanel({ kind: "share" });
        return true;
      case "filterColumn":
        if (column !== undefined) setPanel(panelForColumn(column.key));
        return column !== undefined;
      case "hideColumn":
        if (column !== undefined) hide(column.key);
        return column !== undefined;
      case "filterToValue":
      case "excludeValue": {
        if (column === undefined || place === undefined || place.row === "header") return false;
        const group = shown.rows.group?.(place.row);
        if (group !== undefined) {
          const isKept = command.type === "filterToValue";
          change({ type: "addFilters", filters: groupFilters(report, group, isKept) });
          return true;
        }
        const cell = shown.rows.cell(place.row, column.id);
        if (cell === undefined) return false;
        const isKept = command.type === "filterToValue";
        change({ type: "addFilter", filter: valueFilter(column.key, cell, isKept) });
        return true;
      }
      case "copy": {
        const isCell = column !== undefined && place !== undefined && place.row !== "header";
        const cell = isCell ? shown.rows.cell(place.row, column.id) : undefined;
        return copy(command.headers, cell?.text);
      }
      case "help":
        setPanel({ kind: "help" });
        return true;
      case "rowDetail": {
        if (column === undefined || place === undefined || place.row === "header") return false;
        const group = shown.rows.group?.(place.row);
        if (group === undefined) setPanel({ kind: "row", row: place.row, column: column.id });
        else toggleGroup(group);
        return true;
      }
      case "exportMenu":
        return openExport();
      // Keys of the whole screen, not of the grid alone.
      case "find":
      case "findNext":
      case "findPrevious":
        return false;
    }
  };

  const gridEvents: GridEvents = {
    onSort: (column, add) => change({ type: "toggleSort", column: column.key, add }),
    onOpenColumnMenu: (column, anchor) => setPanel({ kind: "columnMenu", column, anchor }),
    onResize: (column, width) => change({ type: "setWidth", column: column.key, width }),
    onMoveColumn,
    onPlaceColumn: ({ key }, before) =>
      move(key, before === undefined ? undefined : columns[before]?.key),
    onToggleGroup: toggleGroup,
    onOnlyGroup: (group) =>
      change({ type: "addFilters", filters: groupFilters(report, group, true) }),
    onKeyCommand,
  };

  return {
    gridEvents,
    search: useCallback(
      (text: string) => change({ type: "search", text, also: reportText(text) }),
      [change],
    ),
    fit: (column) => {
      const width = grid.current?.fittingWidth(column.id);
      if (width !== undefined) change({ type: "setWidth", column: column.key, width });
    },
    moveColumn: onMoveColumn,
    onlyGroupAt: (place) => {
      const group = typeof place?.row === "number" ? shown.rows.group?.(place.row) : undefined;
      return group && (() => gridEvents.onOnlyGroup?.(group));
    },
    fitAll: () => {
      const widths = grid.current?.fittingWidths();
      if (widths !== undefined) change({ type: "setWidths", widths });
    },
    openAll: (open) => {
      folds.clear();
      change({ type: "setGroupsOpen", open });
    },
    goTo: (row) => {
      const [column] = plan.shown;
      if (column === undefined) return;
      grid.current?.moveTo({ row, column });
      grid.current?.focus();
    },
  };
}

/** The rows of a group, by its values and those it is in; or all rows but those of its own value. */
function groupFilters(
  { columns, shown }: Pick<Report, "columns" | "shown">,
  { values }: GroupLine,
  isKept: boolean,
): readonly Filter<ColumnKey>[] {
  const filters = values.flatMap((text, level) => {
    const column = columns[shown.rows.groupColumns?.[level] ?? -1];
    if (column === undefined) return [];
    return [valueFilter(column.key, textCell(text), isKept)];
  });
  return isKept ? filters : filters.slice(-1);
}

/** Only the rows with this cell's text, or all others. */
function valueFilter(column: ColumnKey, cell: CellView, isKept: boolean): Filter<ColumnKey> {
  if (isBlank(cell)) return { kind: isKept ? "blank" : "notblank", column };
  return { kind: isKept ? "is" : "isnt", column, values: [cell.text] };
}
