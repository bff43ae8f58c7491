/**
 * The selected rectangle of cells, what it adds up to, and its way to the clipboard. A selection
 * is of the view on screen: another order or filter ends it. Without one, the active cell is copied.
 */

import { useCallback, useMemo, useState } from "react";
import type { GridColumn, GridPlace } from "../../grid/gridProps.ts";
import { type CellRange, type Selection, selectionRange } from "../../grid/selection.ts";
import type { RowSource } from "../../grid/rowSource.ts";
import { type RowRange, viewRow } from "../../model/positions.ts";
import { ReportFailure } from "../../model/reportError.ts";
import { Cancelled } from "../../model/turn.ts";
import type { TotalledColumn } from "../../model/totals.ts";
import { useEngine } from "../data/engineContext.ts";
import { copyText } from "../report/copyText.ts";
import type { Report } from "../report/useReport.ts";
import { canBeTotalled, totalOf } from "../../model/totalledColumns.ts";
import { rangeText } from "./rangeText.ts";
import { copyBlock } from "./writeClipboard.ts";

export interface SelectedCells {
  readonly selection: Selection | undefined;
  readonly range: CellRange | undefined;
  /** From where to where, in words; empty when nothing is selected. */
  readonly where: string;
  /** Cells in the rectangle. */
  readonly cells: number;
  /** Its columns whose values can be added up. */
  readonly amounts: readonly TotalledColumn[];
  /** Of the selection, or without one of the active cell. */
  readonly copyState: CopyState | undefined;
  readonly select: (selection: Selection | undefined) => void;
  readonly selectColumn: (column: GridColumn) => void;
  /** Copies the selection, else the text of the active cell; false when there is neither. */
  readonly copy: (headers: boolean, active: string | undefined) => boolean;
}

export type CopyState = "copying" | "copied" | "tooLarge" | "refused";

export function useSelection(
  report: Report,
  gridColumns: readonly GridColumn[],
  place: GridPlace | undefined,
): SelectedCells {
  const engine = useEngine();
  const { columns, plan, shown, rowsQuery, open } = report;
  const [state, setState] = useState<{
    readonly selection: Selection | undefined;
    readonly of: string | undefined;
    /** Where the one cell is that was copied without a selection. */
    readonly at: GridPlace | undefined;
    readonly copyState: CopyState | undefined;
  }>({ selection: undefined, of: undefined, at: undefined, copyState: undefined });
  const isNow = state.of === shown.name && (state.selection !== undefined || state.at === place);
  const { selection, copyState } = isNow ? state : { selection: undefined, copyState: undefined };
  const { rowCount } = shown.rows;

  const range = useMemo(() => {
    const positions = new Map(gridColumns.map((column, position) => [column.id, position]));
    return selection && selectionRange(selection, positions, rowCount);
  }, [selection, gridColumns, rowCount]);

  const amounts = useMemo(
    () =>
      range === undefined
        ? []
        : gridColumns.slice(range.columns.start, range.columns.end).flatMap(({ id, kind }) => {
            const column = columns[id];
            return column === undefined || !canBeTotalled(kind) ? [] : [totalOf(column, plan)];
          }),
    [range, gridColumns, columns, plan],
  );

  const cells =
    range === undefined
      ? 0
      : (range.rows.end - range.rows.start) * (range.columns.end - range.columns.start);

  const select = useCallback(
    (next: Selection | undefined) =>
      setState({ selection: next, of: shown.name, at: undefined, copyState: undefined }),
    [shown.name],
  );

  const selectColumn = ({ id }: GridColumn) => {
    const first = { row: viewRow(0), column: id };
    select({ anchor: first, head: first, extent: "columns" });
  };

  const copy: SelectedCells["copy"] = (headers, active) => {
    const dataset = open?.data?.dataset;
    const at = range === undefined ? place : undefined;
    /** Of this selection: by the time a copy ends there may be another. */
    const say = (next: CopyState) =>
      setState((now) =>
        now.selection === selection && now.at === at ? { ...now, copyState: next } : now,
      );
    const end = (isDone: boolean) => say(isDone ? "copied" : "refused");
    if (range === undefined) {
      setState({ selection: undefined, of: shown.name, at, copyState: undefined });
    }
    const rows = range?.rows ?? rowOf(place, shown.rows);
    const picked =
      range === undefined
        ? gridColumns.filter(({ id }) => id === place?.column)
        : gridColumns.slice(range.columns.start, range.columns.end);
    if (rows === undefined || dataset === undefined) {
      if (active === undefined) return false;
      void copyText(active).then(end);
      return true;
    }
    say("copying");
    const block = {
      range: rows,
      headers,
      columns: picked.map((column) => ({
        id: column.id,
        label: column.label,
        asText: column.kind === "id" || column.kind === "text",
      })),
    };
    copyBlock(engine.copy(dataset, rowsQuery, shown.tableRows, block)).then(
      end,
      (error: unknown) => {
        if (error instanceof Cancelled) return;
        const code = error instanceof ReportFailure ? error.error.code : "";
        say(code === "tooLarge" ? code : "refused");
      },
    );
    return true;
  };

  const where = range === undefined ? "" : rangeText(range, shown.rows, gridColumns);
  return { selection, range, where, cells, amounts, copyState, select, selectColumn, copy };
}

/** Of one cell. Headers and groups' lines are no cells of the report: they are copied as texts. */
function rowOf(place: GridPlace | undefined, rows: RowSource): RowRange | undefined {
  if (place === undefined || place.row === "header") return undefined;
  if (rows.group?.(place.row) !== undefined) return undefined;
  return { start: place.row, end: viewRow(place.row + 1) };
}
