/**
 * The header line. Clicks are caught here once for all columns: which button, of which column, is
 * read from the element, so no column carries closures of its own.
 */

import type { FocusEvent, MouseEvent, PointerEvent } from "react";

import type { ColumnId } from "../model/positions.ts";
import { menuButtonId, positionOf } from "./gridIds.ts";
import type { GridColumn } from "./gridProps.ts";
import { HeaderCell } from "./HeaderCell.tsx";
import styles from "./HeaderRow.module.css";
import type { RenderedColumn, RenderedColumns } from "./renderedColumns.ts";

interface HeaderRowProps {
  readonly columns: RenderedColumns;
  readonly shown: readonly GridColumn[];
  readonly gridId: string;
  /** Column of the active cell, and whether that cell is the header itself. */
  readonly activeColumn: ColumnId | undefined;
  readonly headerActive: boolean;
  readonly menuColumn: ColumnId | undefined;
  readonly onReach: (column: GridColumn) => void;
  readonly onSort: (column: GridColumn, add: boolean) => void;
  /** Ctrl+click, or Command+click: the whole column is selected. */
  readonly onSelect: (column: GridColumn) => void;
  readonly onMenu: (column: GridColumn, anchor: HTMLElement) => void;
  readonly onResizeStart: (column: GridColumn, event: PointerEvent<HTMLElement>) => void;
  readonly onFit: (column: GridColumn) => void;
  readonly onDragStart: (column: GridColumn, event: PointerEvent<HTMLElement>) => void;
  readonly holdTouches: (head: HTMLElement | null) => (() => void) | undefined;
  /** The column that is being dragged. */
  readonly draggedColumn: ColumnId | undefined;
}

export function HeaderRow(props: HeaderRowProps) {
  const { columns, shown, gridId, activeColumn, headerActive, menuColumn, holdTouches } = props;

  const columnOf = (target: EventTarget): GridColumn | undefined => {
    const position = positionOf(target);
    return position === undefined ? undefined : shown[position];
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const column = columnOf(event.target);
    if (column === undefined) return;
    const part = partOf(event.target);
    if (part !== "resize") props.onReach(column);
    if (part === "sort" && (event.ctrlKey || event.metaKey)) props.onSelect(column);
    else if (part === "sort") props.onSort(column, event.shiftKey);
    const anchor = part === "menu" ? buttonOf(event.target) : null;
    if (anchor !== null) props.onMenu(column, anchor);
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const column = columnOf(event.target);
    const anchor =
      column === undefined ? null : document.getElementById(menuButtonId(gridId, column.id));
    if (column === undefined || anchor === null) return;
    event.preventDefault();
    props.onReach(column);
    props.onMenu(column, anchor);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    // Reaching a column may scroll the grid, and a button that moves away between press and release
    // is never clicked: the focus that a press gives waits for the click.
    if (event.target.matches(":active")) return;
    const column = columnOf(event.target);
    if (column !== undefined) props.onReach(column);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const column = columnOf(event.target);
    if (event.button !== 0 || column === undefined) return;
    const part = partOf(event.target);
    if (part === "resize") props.onResizeStart(column, event);
    else if (part !== "menu") props.onDragStart(column, event);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const column = columnOf(event.target);
    if (partOf(event.target) === "resize" && column !== undefined) props.onFit(column);
  };

  const draw = ({ column, position, style }: RenderedColumn) => (
    <HeaderCell
      key={column.id}
      column={column}
      position={position}
      style={style}
      gridId={gridId}
      active={headerActive && column.id === activeColumn}
      marked={column.id === activeColumn}
      menuOpen={column.id === menuColumn}
      dragged={column.id === props.draggedColumn}
    />
  );
  // A row must have cells.
  if (shown.length === 0) return null;
  return (
    <div ref={holdTouches} role="rowgroup" className={styles.head}>
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- keys are handled by the grid, the row only passes on its buttons' clicks */}
      <div
        role="row"
        aria-rowindex={1}
        className={styles.row}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onDoubleClick={onDoubleClick}
        onFocus={onFocus}
        onPointerDown={onPointerDown}
      >
        <div role="presentation" className={styles.left}>
          <span aria-hidden="true" className={styles.corner}>
            #
          </span>
          {columns.left.map(draw)}
        </div>
        {columns.middle.map(draw)}
        {columns.right.length === 0 ? null : (
          <div role="presentation" className={styles.right}>
            {columns.right.map(draw)}
          </div>
        )}
      </div>
    </div>
  );
}

function partOf(target: EventTarget): string | undefined {
  const part = target instanceof Element ? target.closest("[data-part]") : null;
  return part?.getAttribute("data-part") ?? undefined;
}

function buttonOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest("button") : null;
}
