/**
 * A column's header: a button named exactly like the column that sorts, a menu button, and an edge
 * to drag. The kind and the sort sign are for the eye; `aria-sort` says it to the ear, and the header's
 * description that it is filtered or pinned.
 */

import { memo } from "react";
import type { CSSProperties } from "react";

import { gridWords } from "../words/en/grid.ts";
import { useSpoken } from "../words/spoken.ts";
import { cellId, menuButtonId, signsId, sortButtonId } from "./gridIds.ts";
import { classes } from "./classes.ts";
import { isAmount } from "./columnWidth.ts";
import type { GridColumn } from "./gridProps.ts";
import styles from "./HeaderCell.module.css";

interface HeaderCellProps {
  readonly column: GridColumn;
  readonly position: number;
  readonly style: CSSProperties;
  readonly gridId: string;
  /** The header cell itself is the active one. */
  readonly active: boolean;
  /** The active cell is in this column. */
  readonly marked: boolean;
  readonly menuOpen: boolean;
  readonly dragged: boolean;
}

export const HeaderCell = memo(function HeaderCell(props: HeaderCellProps) {
  const { column, position, style, gridId, active, marked, menuOpen, dragged } = props;
  useSpoken();
  const { id, label, kind, sort, filtered, pinned } = column;
  const sortId = sortButtonId(gridId, id);
  const look = classes(
    styles.cell,
    isAmount(kind) && styles.amount,
    active && styles.active,
    marked && styles.marked,
    dragged && styles.dragged,
  );
  return (
    <div
      role="columnheader"
      id={cellId(gridId, "header", id)}
      aria-colindex={position + 1}
      aria-sort={sort === undefined ? "none" : sort.descending ? "descending" : "ascending"}
      aria-labelledby={sortId}
      aria-describedby={filtered || pinned !== undefined ? signsId(gridId, id) : undefined}
      className={look}
      style={style}
    >
      <button
        type="button"
        id={sortId}
        data-part="sort"
        tabIndex={-1}
        aria-label={label}
        title={label}
        className={styles.sort}
      >
        <span className={styles.label} dir="auto">
          {label}
        </span>
        <small className={styles.kind} aria-hidden="true">
          {gridWords.kinds[kind]}
        </small>
      </button>
      <span id={signsId(gridId, id)} className={styles.signs}>
        {filtered ? (
          <span role="img" aria-label={gridWords.filtered} className={styles.filtered} />
        ) : null}
        {pinned === undefined ? null : (
          <span role="img" aria-label={gridWords.pinned[pinned]} className={styles.pinned} />
        )}
        {sort === undefined ? null : (
          <span aria-hidden="true" className={styles.direction}>
            {sort.descending ? "▼" : "▲"}
            {sort.position}
          </span>
        )}
      </span>
      <button
        type="button"
        id={menuButtonId(gridId, id)}
        data-part="menu"
        tabIndex={-1}
        aria-label={gridWords.menu(label)}
        aria-haspopup="menu"
        aria-expanded={menuOpen}
        className={styles.menu}
      >
        <span aria-hidden="true">⋮</span>
      </button>
      <span data-part="resize" aria-hidden="true" className={styles.edge} />
    </div>
  );
});
