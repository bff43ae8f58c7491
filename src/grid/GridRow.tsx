/**
 * One row: the cells in sight, between the pinned ones at both edges. Pinned cells stick row by
 * row, which costs the browser a layer each, so a row without any has no part for them. Memoised: it
 * draws again when its cells, columns, selection or active cell differ.
 */

import { memo } from "react";

import { CellKind } from "../model/cell.ts";
import { ariaRowOf } from "../model/positions.ts";
import type { ColumnId, ViewRow } from "../model/positions.ts";
import { classes } from "./classes.ts";
import { cellId } from "./gridIds.ts";
import { GridCell } from "./GridCell.tsx";
import { GroupCell } from "./GroupCell.tsx";
import type { FormatCell, MarkPieces } from "./gridProps.ts";
import styles from "./GridRow.module.css";
import type { RenderedColumn, RenderedColumns } from "./renderedColumns.ts";
import type { RowSource } from "./rowSource.ts";

export interface GridRowProps {
  readonly row: ViewRow;
  readonly rows: RowSource;
  readonly columns: RenderedColumns;
  readonly gridId: string;
  /** Column of the active cell, if that is in this row. */
  readonly activeColumn: ColumnId | undefined;
  /** Positions selected in this row; both 0 for none. */
  readonly selectedStart: number;
  readonly selectedEnd: number;
  readonly formatCell: FormatCell;
  readonly markPieces: MarkPieces | undefined;
  /** What a column is called, for a group's words. */
  readonly labelOf: (column: ColumnId) => string;
}

export const GridRow = memo(DrawnRow, isSameRow);

function DrawnRow(props: GridRowProps) {
  const {
    row,
    rows,
    columns,
    gridId,
    activeColumn,
    selectedStart,
    selectedEnd,
    formatCell,
    markPieces,
    labelOf,
  } = props;
  const group = rows.group?.(row);
  const draw = ({ column, position, style }: RenderedColumn) => {
    const cell = rows.cell(row, column.id);
    if (group !== undefined) {
      return (
        <GroupCell
          key={column.id}
          column={column}
          position={position}
          style={style}
          group={group}
          level={rows.groupColumns?.indexOf(column.id) ?? -1}
          kind={cell?.kind ?? CellKind.missing}
          labelOf={labelOf}
          id={column.id === activeColumn ? cellId(gridId, row, column.id) : undefined}
          selected={position >= selectedStart && position < selectedEnd}
          formatCell={formatCell}
          markPieces={markPieces}
        />
      );
    }
    return (
      <GridCell
        key={column.id}
        column={column}
        position={position}
        style={style}
        text={cell?.text}
        kind={cell?.kind ?? CellKind.missing}
        filledFrom={cell?.filledFrom}
        id={column.id === activeColumn ? cellId(gridId, row, column.id) : undefined}
        selected={position >= selectedStart && position < selectedEnd}
        formatCell={formatCell}
        markPieces={markPieces}
      />
    );
  };
  return (
    <div
      role="row"
      aria-rowindex={ariaRowOf(row)}
      className={group === undefined ? styles.row : classes(styles.row, styles.group)}
    >
      {columns.left.length === 0 ? null : (
        <div role="presentation" className={styles.left}>
          {columns.left.map(draw)}
        </div>
      )}
      {columns.middle.map(draw)}
      {columns.right.length === 0 ? null : (
        <div role="presentation" className={styles.right}>
          {columns.right.map(draw)}
        </div>
      )}
    </div>
  );
}

/** Most new row sources differ in rows that are elsewhere. */
function isSameRow(old: GridRowProps, next: GridRowProps): boolean {
  return (
    old.row === next.row &&
    old.columns === next.columns &&
    old.gridId === next.gridId &&
    old.activeColumn === next.activeColumn &&
    old.selectedStart === next.selectedStart &&
    old.selectedEnd === next.selectedEnd &&
    old.formatCell === next.formatCell &&
    old.markPieces === next.markPieces &&
    old.labelOf === next.labelOf &&
    (old.rows === next.rows || hasSameCells(old.rows, next))
  );
}

function hasSameCells(old: RowSource, { row, rows, columns }: GridRowProps): boolean {
  const isSame = ({ column: { id } }: RenderedColumn) => old.mark(row, id) === rows.mark(row, id);
  return [columns.left, columns.middle, columns.right].every((part) => part.every(isSame));
}
