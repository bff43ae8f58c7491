/**
 * The data grid. It draws the rows and columns in sight of however many there are, and is one tab
 * stop: the grid element keeps the focus and names the active cell (`aria-activedescendant`), so
 * focus is never lost to scrolling or to new rows. What it is given and tells: gridProps.ts.
 */

import { useId, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { FocusEvent } from "react";

import { viewRow } from "../model/positions.ts";
import { gridWords } from "../words/en/grid.ts";
import { gutterWidth, layoutColumns, NARROW } from "./columnLayout.ts";
import { localDisplay } from "./displayCell.ts";
import styles from "./Grid.module.css";
import { cellId, menuButtonId } from "./gridIds.ts";
import type { GridColumn, GridProps } from "./gridProps.ts";
import { GridRows } from "./GridRows.tsx";
import { DropMark } from "./DropMark.tsx";
import { Gutter } from "./Gutter.tsx";
import { HeaderRow } from "./HeaderRow.tsx";
import { measureColumn, measureTexts } from "./measureColumn.ts";
import { HEADER_ROW } from "./movePlace.ts";
import { columnProperties, isRendered } from "./renderedColumns.ts";
import type { CustomProperties } from "./renderedColumns.ts";
import { hasAllRows } from "./rowSource.ts";
import { selectionRange } from "./selection.ts";
import { useActivePlace } from "./useActivePlace.ts";
import { useCellPointer } from "./useCellPointer.ts";
import { useColumnDrag } from "./useColumnDrag.ts";
import { useColumnResize } from "./useColumnResize.ts";
import { useDrawnColumns } from "./useDrawnColumns.ts";
import { useGridKeys } from "./useGridKeys.ts";
import { useLate } from "./useLate.ts";
import { useGridMoves } from "./useGridMoves.ts";
import { useViewportEffects, useViewport } from "./useViewport.ts";

const ROW_HEIGHT = { compact: 30, comfortable: 38 } as const;
const HEAD_HEIGHT = 36;

export function Grid(props: GridProps) {
  const { columns, rows, reportRowCount, busy, contentKey, selection, menuColumn, ref } = props;
  const { density = "compact", formatCell = localDisplay() } = props;
  const { rowCount } = rows;
  const rowHeight = ROW_HEIGHT[density];
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const drawn = useViewport(rows, contentKey);
  const { viewport, frame, rows: drawnRows } = drawn;
  const { resized, startResize } = useColumnResize(scroller, props.onResize);

  // On a phone groups' lines need the room; above the grid it says which row a cell is in.
  const isBare = rows.groupColumns !== undefined && frame.width > 0 && frame.width < NARROW;
  const gutter = isBare ? 0 : gutterWidth(reportRowCount);
  const layout = useMemo(
    () => layoutColumns(columns, gutter, frame.width, resized),
    [columns, gutter, frame.width, resized],
  );
  const { dragged, startDrag, holdTouches } = useColumnDrag(scroller, layout, props.onPlaceColumn);
  const { active, place, setActive } = useActivePlace(layout, rowCount, props.onActiveCell);
  const moves = useGridMoves({ layout, viewport, active, setActive, rowCount, props });
  const headHeight = HEAD_HEIGHT;
  useViewportEffects(drawn, { scroller, rows, rowHeight, headHeight, layout, active, contentKey });

  // Another order of rows is read from its beginning.
  const [shownKey, setShownKey] = useState(contentKey);
  if (shownKey !== contentKey) {
    setShownKey(contentKey);
    if (active !== undefined && active.row !== HEADER_ROW)
      setActive({ ...active, row: viewRow(0) });
  }

  const { header, body, labelOf } = useDrawnColumns(layout, frame.columns, active?.position);
  const properties = useMemo(
    (): CustomProperties => ({
      ...columnProperties(layout, header),
      "--row": `${rowHeight}px`,
      "--head": `${HEAD_HEIGHT}px`,
    }),
    [layout, header, rowHeight],
  );
  const openMenu = (column: GridColumn) => {
    const anchor = document.getElementById(menuButtonId(gridId, column.id));
    if (anchor !== null) props.onOpenColumnMenu?.(column, anchor);
  };
  const activeGroup =
    place === undefined || place.row === "header" ? undefined : rows.group?.(place.row);
  const focusGrid = () => scroller.current?.focus({ preventScroll: true });
  const onKeyDown = useGridKeys(
    {
      ...moves,
      active,
      place,
      column: active === undefined ? undefined : columns[active.position],
      selection,
      openMenu,
      focusGrid,
      group: activeGroup,
      groupColumns: rows.groupColumns,
    },
    props,
  );
  const pointer = useCellPointer(viewport, {
    ...moves,
    activate: () => {
      if (activeGroup !== undefined) props.onToggleGroup?.(activeGroup);
    },
    group: (row, action) => {
      const group = rows.group?.(row);
      if (group === undefined) return false;
      (action === "only" ? props.onOnlyGroup : props.onToggleGroup)?.(group);
      return true;
    },
  });
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.target === event.currentTarget && active === undefined) moves.goToFirst();
  };

  const fittingWidth = (column: GridColumn) => {
    const position = layout.positions.get(column.id);
    return isRendered(header, position)
      ? measureColumn(scroller.current, position, column)
      : measureTexts(scroller.current, column, rows, viewport.visibleRows(), formatCell);
  };
  useImperativeHandle(ref, () => ({
    focus: focusGrid,
    moveTo: moves.moveTo,
    fittingWidth: (id) => {
      const column = columns[layout.positions.get(id) ?? -1];
      return column === undefined ? 0 : fittingWidth(column);
    },
    fittingWidths: () => new Map(columns.map((column) => [column.key, fittingWidth(column)])),
  }));

  const selected =
    selection === undefined ? undefined : selectionRange(selection, layout.positions, rowCount);
  const { start } = frame.rows;
  const end = viewRow(Math.max(start, Math.min(frame.rows.end, rowCount)));
  const range = useMemo(() => ({ start, end }), [start, end]);
  const firstColumn = body.middle[0]?.column ?? columns[0];
  const isWaiting = useLate(
    firstColumn !== undefined && !hasAllRows(drawnRows, range, firstColumn.id),
  );
  const isActiveDrawn =
    active !== undefined &&
    (active.row === HEADER_ROW ||
      (active.row >= start && active.row < end && isRendered(body, active.position)));

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={gridWords.name}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      aria-busy={busy}
      aria-multiselectable={props.onSelect === undefined ? undefined : true}
      aria-activedescendant={
        isActiveDrawn && place !== undefined ? cellId(gridId, place.row, place.column) : undefined
      }
      data-dragging={dragged === undefined ? undefined : ""}
      data-resizing={resized === undefined ? undefined : ""}
      className={styles.grid}
      style={properties}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <div
        role="presentation"
        className={styles.canvas}
        style={{ height: frame.canvasHeight + HEAD_HEIGHT }}
      >
        <HeaderRow
          columns={header}
          shown={columns}
          gridId={gridId}
          activeColumn={place?.column}
          headerActive={active?.row === HEADER_ROW}
          menuColumn={menuColumn}
          onReach={moves.reachHeader}
          onSort={(column, add) => props.onSort?.(column, add)}
          onSelect={moves.selectColumn}
          onMenu={(column, anchor) => props.onOpenColumnMenu?.(column, anchor)}
          onResizeStart={startResize}
          onDragStart={startDrag}
          holdTouches={holdTouches}
          draggedColumn={dragged?.id}
          onFit={(column) => props.onResize?.(column, fittingWidth(column))}
        />
        {dragged?.drop !== undefined && <DropMark grid={scroller} x={dragged.drop.x} />}
        <div role="presentation" style={{ height: frame.sheetTop }} />
        <div
          role="rowgroup"
          className={styles.sheet}
          style={sheetStyle(frame.height - (end - start) * rowHeight, isWaiting)}
          {...pointer}
        >
          {!isBare && (
            <Gutter range={range} shift={frame.shift} rows={drawnRows} activeRow={active?.row} />
          )}
          <GridRows
            range={range}
            shift={frame.shift}
            rows={drawnRows}
            columns={body}
            gridId={gridId}
            place={place}
            selected={selected}
            formatCell={formatCell}
            markPieces={props.markPieces}
            labelOf={labelOf}
          />
        </div>
      </div>
    </div>
  );
}

/**
 * The sheet of drawn rows scrolls with the canvas and sticks at its own ends: a scroll that is
 * faster than drawing shows the last rows drawn, never an empty grid. What pushes it down is an
 * element, not a margin, as a sticky box never leaves its margin behind. `overhang`: pixels that the
 * grid is higher than the sheet.
 */
function sheetStyle(overhang: number, isWaiting: boolean): CustomProperties {
  return {
    top: Math.min(overhang, HEAD_HEIGHT),
    bottom: Math.min(overhang - HEAD_HEIGHT, 0),
    "--waiting": isWaiting ? "visible" : "hidden",
  };
}
