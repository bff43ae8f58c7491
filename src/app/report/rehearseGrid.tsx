/**
 * Draws a small made-up grid beside the page while the person fills in the form, so that the browser
 * has compiled what draws the first rows before they come. As a transition it is drawn in slices of
 * a few milliseconds; it is in no document, so nobody sees, hears or finds it.
 */

import { startTransition, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { Grid } from "../../grid/Grid.tsx";
import type { RowSource } from "../../grid/rowSource.ts";
import { useColumnModel } from "../../grid/useColumnModel.ts";
import { CellKind } from "../../model/cell.ts";
import { type Column, type ColumnKind, columnKeys, columnLabel } from "../../model/column.ts";
import { columnId, rowIndex } from "../../model/positions.ts";
import { DEFAULT_VIEW } from "../../model/viewState.ts";

export function rehearseGrid(): void {
  const root = createRoot(document.createElement("div"));
  startTransition(() => root.render(<Rehearsal onDrawn={() => root.unmount()} />));
}

function Rehearsal({ onDrawn }: { readonly onDrawn: () => void }) {
  const columns = useColumnModel(COLUMNS, DEFAULT_VIEW, true);
  useEffect(() => {
    const timer = setTimeout(onDrawn);
    return () => clearTimeout(timer);
  }, [onDrawn]);
  return <Grid columns={columns} rows={ROWS} reportRowCount={64} busy={false} contentKey="" />;
}

const KINDS: readonly ColumnKind[] = ["id", "text", "money", "date", "integer", "decimal"];

const COLUMNS = columnKeys(KINDS).map((key, position): Column => {
  const id = columnId(position);
  return {
    id,
    key,
    name: key,
    label: columnLabel(key, id),
    kind: KINDS[position] ?? "text",
    reason: { values: 64, fitting: 64, named: false, chosen: false },
    longest: 9,
    wholeDigits: 6,
    fractionDigits: 2,
    blanks: 0,
    currency: undefined,
  };
});

const ROWS: RowSource = {
  rowCount: 64,
  cell: (row, column) =>
    row % 9 === 8
      ? { text: "", kind: CellKind.null }
      : { text: column % 2 === 0 ? `${row}234.50` : `Words ${row}`, kind: CellKind.string },
  mark: () => undefined,
  reportRow: (row) => rowIndex(row),
  want: () => {},
};
