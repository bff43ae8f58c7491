/**
 * The row numbers at the left: each row's place in the report, counted from 1. For the eye only,
 * so they are no column to assistive technology. One pane for all rows, as one sticky layer is
 * much cheaper than one for each row.
 */

import { memo } from "react";

import type { RowRange } from "../model/positions.ts";
import { viewRow } from "../model/positions.ts";
import styles from "./Gutter.module.css";
import type { RowSource } from "./rowSource.ts";

interface GutterProps {
  readonly range: RowRange;
  /** Elements are numbered `row - shift`. */
  readonly shift: number;
  readonly rows: RowSource;
  /** Row of the view with the active cell. */
  readonly activeRow: number | undefined;
}

export const Gutter = memo(function Gutter({ range, shift, rows, activeRow }: GutterProps) {
  const look = (row: number) => {
    if (row === activeRow) return styles.active;
    return rows.group?.(viewRow(row)) === undefined ? styles.number : styles.group;
  };
  const numbers = [];
  for (let row = range.start as number; row < range.end; row += 1) {
    const number = rows.reportRow(viewRow(row));
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
