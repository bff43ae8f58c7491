/**
 * The row numbers at the left: each row's place in the report, counted from 1. For the eye only,
 * so they are no column to assistive technology. One pane for all rows, as one sticky layer is
 * much cheaper than one for each row.
 */

import { memo } from "react";

import { viewRow, type RowRange, type ViewRow } from "../model/positions.ts";
import { classes } from "./classes.ts";
import styles from "./Gutter.module.css";
import type { GridPosition } from "./movePlace.ts";
import type { RowSource } from "./rowSource.ts";

interface GutterProps {
  readonly range: RowRange;
  /** Elements are numbered `row - shift`. */
  readonly shift: number;
  readonly rows: RowSource;
  /** With the active cell. */
  readonly activeRow: GridPosition["row"] | undefined;
}

export const Gutter = memo(function Gutter({ range, shift, rows, activeRow }: GutterProps) {
  const look = (row: ViewRow) => {
    const isGroup = rows.group?.(row) !== undefined;
    return classes(styles.number, isGroup && styles.group, row === activeRow && styles.active);
  };
  const numbers = [];
  for (let place: number = range.start; place < range.end; place += 1) {
    const row = viewRow(place);
    const number = rows.reportRow(row);
    numbers.push(
      <div key={row - shift} className={look(row)}>
        {number === undefined ? "" : number + 1}
      </div>,
    );
  }
  return (
    <div aria-hidden="true" className={styles.gutter}>
      {numbers}
    </div>
  );
});
