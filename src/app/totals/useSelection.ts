/**
 * The selected rectangle of cells, what it adds up to, and its way to the clipboard. A selection
 * is of the view on screen: another order or filter ends it.
 */

import { useCallback, useMemo, useState } from "react";
import type { GridColumn } from "../../grid/gridProps.ts";
import { type CellRange, type Selection, selectionRange } from "../../grid/selection.ts";
import { MAX_COPIED_CELLS } from "../../model/copiedBlock.ts";
import { viewRow } from "../../model/positions.ts";
import { Cancelled } from "../../model/turn.ts";
import type { TotalledColumn } from "../../model/totals.ts";
import { useEngine } from "../data/engineContext.ts";
import type { Report } from "../report/useReport.ts";
import { canBeTotalled, totalOf } from "../../model/totalledColumns.ts";
import { copyBlock } from "./writeClipboard.ts";

export interface SelectedCells {
  readonly selection: Selection | undefined;
  readonly range: CellRange | undefined;
  /** Cells in the rectangle. */
  readonly cells: number;
  /** Its columns whose values can be added up. */
  readonly amounts: readonly TotalledColumn[];
  readonly copyState: CopyState | undefined;
  readonly select: (selection: Selection | undefined) => void;
  readonly selectColumn: (column: GridColumn) => void;
  /** Copies the selection; false when nothing is selected. */
  readonly copy: (headers: boolean) => boolean;
}

export type CopyState = "copying" | "copied" | "tooLarge" | "refused";

export function useSelection(report: Report, gridColumns: readonly GridColumn[]): SelectedCells {
  const engine = useEngine();
  const { columns, plan, shown, rowsQuery, open } = report;
  const [state, setState] = useState<{
    readonly selection: Selection | undefined;
    readonly of: string | undefined;
    readonly copyState: CopyState | undefined;
  }>({ selection: undefined, of: undefined, copyState: undefined });
  const { selection, copyState } =
    state.of === shown.name ? state : { selection: undefined, copyState: undefined };
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
      setState({ selection: next, of: shown.name, copyState: undefined }),
    [shown.name],
  );

  const selectColumn = ({ id }: GridColumn) => {
    const first = { row: viewRow(0), column: id };
    select({ anchor: first, head: first, extent: "columns" });
  };

  /** Of this selection: by the time a copy ends there may be another. */
  const say = (next: CopyState) =>
    setState((now) => (now.selection === selection ? { ...now, copyState: next } : now));
  const copy = (headers: boolean): boolean => {
    const dataset = open?.data?.dataset;
    if (range === undefined || dataset === undefined) return false;
    if (cells > MAX_COPIED_CELLS) {
      say("tooLarge");
      return true;
    }
    say("copying");
    const block = {
      range: range.rows,
      headers,
      columns: gridColumns.slice(range.columns.start, range.columns.end).map((column) => ({
        id: column.id,
        label: column.label,
        asText: column.kind === "id" || column.kind === "text",
      })),
    };
    copyBlock(engine.copy(dataset, rowsQuery, shown.tableRows, block)).then(
      (done) => say(done ? "copied" : "refused"),
      (error: unknown) => {
        if (!(error instanceof Cancelled)) say("refused");
      },
    );
    return true;
  };

  return { selection, range, cells, amounts, copyState, select, selectColumn, copy };
}
