/**
 * The data grid. It draws the rows and columns in sight of however many there are, and is one tab
 * stop: the grid element keeps the focus and names the active cell (`aria-activedescendant`), so
 * focus is never lost to scrolling or to new rows. What it is given and tells: gridProps.ts.
 */

import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { FocusEvent } from "react";

import { viewRow } from "../model/positions.ts";
import type { ColumnId } from "../model/positions.ts";
import { gridWords } from "../words/en/grid.ts";
import { gutterWidth, layoutColumns, NARROW, wantedColumns } from "./columnLayout.ts";
import { localDisplay } from "./displayCell.ts";
import { measureColumn, measureTexts } from "./measureColumn.ts";
import styles from "./Grid.module.css";
import { cellId, menuButtonId } from "./gridIds.ts";
import type { GridColumn, GridPlace, GridProps } from "./gridProps.ts";
import { GridRow } from "./GridRow.tsx";
import { DropMark } from "./DropMark.tsx";
import { Gutter } from "./Gutter.tsx";
import { HeaderRow } from "./HeaderRow.tsx";
import { HEADER_ROW } from "./movePlace.ts";
import { columnIds, columnProperties, pickColumns } from "./renderedColumns.ts";
import type { CustomProperties } from "./renderedColumns.ts";
import { hasAllRows } from "./rowSource.ts";
import { selectionRange } from "./selection.ts";
import { useActivePlace } from "./useActivePlace.ts";
import { useCellPointer } from "./useCellPointer.ts";
import { useColumnDrag } from "./useColumnDrag.ts";
import { useColumnResize } from "./useColumnResize.ts";
import { useGridKeys } from "./useGridKeys.ts";
import { useLate } from "./useLate.ts";
import { usePlainColumns } from "./usePlainColumns.ts";
import { useGridMoves } from "./useGridMoves.ts";
import { createGridViewport } from "./viewport.ts";
import type { GridFrame } from "./viewport.ts";

const ROW_HEIGHT = { compact: 30, comfortable: 38 } as const;
const HEAD_HEIGHT = 36;

export function Grid(props: GridProps) {
  const { columns, rows, reportRowCount, busy, contentKey, selection, menuColumn, ref } = props;
  const { density = "compact", formatCell = localDisplay() } = props;
  const { rowCount } = rows;
  const rowHeight = ROW_HEIGHT[density];
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [viewport] = useState(createGridViewport);
  const { frame, rows: drawnRows } = useSyncExternalStore(viewport.subscribe, () =>
    viewport.drawn(rows, contentKey),
  );
  const { resized, startResize } = useColumnResize(scroller, props.onResize);

  // On a phone groups' lines need the room; above the grid it says which row a cell is in.
  const isBare = rows.groupColumns !== undefined && frame.width > 0 && frame.width < NARROW;
  const gutter = isBare ? 0 : gutterWidth(reportRowCount);
  const layout = useMemo(
    () => layoutColumns(columns, gutter, frame.width, resized),
    [columns, gutter, frame.width, resized],
  );
  const { dragged, startDrag, holdTouches } = useColumnDrag(scroller, layout, props.onPlaceColumn);
  const { leftCount, rightCount } = layout;
  const { active, place, setActive } = useActivePlace(layout, rowCount, props.onActiveCell);
  const activeRow = active?.row;
  const activePosition = active?.position ?? 0;
  const moves = useGridMoves({ layout, viewport, active, setActive, rowCount, props });

  useLayoutEffect(() => {
    if (scroller.current === null) return undefined;
    return viewport.attach(scroller.current);
  }, [viewport]);
  const want = useMemo(
    () => (next: GridFrame) => {
      const around = wantedColumns(next.columns);
      const wanted = pickColumns(columns, leftCount, rightCount, around, undefined);
      rows.want(next.wanted, columnIds(wanted));
    },
    [rows, columns, leftCount, rightCount],
  );
  useLayoutEffect(() => {
    viewport.measure({
      rowCount,
      rowHeight,
      headHeight: HEAD_HEIGHT,
      layout,
      active: activeRow === undefined ? undefined : { row: activeRow, position: activePosition },
      contentKey,
      want,
    });
  }, [viewport, rowCount, rowHeight, layout, activeRow, activePosition, contentKey, want]);
  useLayoutEffect(() => {
    if (frame.moves > 0) viewport.settle();
  }, [viewport, frame.moves]);
  useLayoutEffect(() => {
    if (frame.shift !== 0) viewport.layOut();
  }, [viewport, frame.shift]);

  // Another order of rows is read from its beginning.
  const [shownKey, setShownKey] = useState(contentKey);
  if (shownKey !== contentKey) {
    setShownKey(contentKey);
    if (active !== undefined && active.row !== HEADER_ROW) setActive({ ...active, row: 0 });
  }

  const plainColumns = usePlainColumns(columns);
  const bodyColumns = useMemo(
    () => pickColumns(plainColumns, leftCount, rightCount, frame.columns, undefined),
    [plainColumns, leftCount, rightCount, frame.columns],
  );
  const headerColumns = useMemo(
    () => pickColumns(columns, leftCount, rightCount, frame.columns, active?.position),
    [columns, leftCount, rightCount, frame.columns, active?.position],
  );
  const properties = useMemo(
    (): CustomProperties => ({
      ...columnProperties(layout, headerColumns),
      "--row": `${rowHeight}px`,
      "--head": `${HEAD_HEIGHT}px`,
    }),
    [layout, headerColumns, rowHeight],
  );
  useEffect(() => {
    // Rows came, or others are needed than before: what is drawn may lack some.
    if (drawnRows === rows) want(frame);
  }, [rows, drawnRows, want, frame]);

  const labelOf = useCallback(
    (id: ColumnId) => plainColumns.find((column) => column.id === id)?.label ?? "",
    [plainColumns],
  );
  const openMenu = (column: GridColumn) => {
    const anchor = document.getElementById(menuButtonId(gridId, column.id));
    if (anchor !== null) props.onOpenColumnMenu?.(column, anchor);
  };
  const fittingWidth = (column: GridColumn) =>
    measureColumn(scroller.current, layout.positions.get(column.id), column);
  const groupAt = (at: GridPlace) => (at.row === "header" ? undefined : rows.group?.(at.row));
  const toggleGroup = (at: GridPlace): boolean => {
    const group = groupAt(at);
    if (group !== undefined) props.onToggleGroup?.(group);
    return group !== undefined;
  };
  const activate = (at: GridPlace) => {
    if (!toggleGroup(at)) props.onActivate?.(at);
  };
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
      group: place === undefined ? undefined : groupAt(place),
      groupColumns: rows.groupColumns,
    },
    props,
  );
  const pointer = useCellPointer(viewport, {
    ...moves,
    activate: () => place !== undefined && activate(place),
    group: (row, action) => {
      const group = rows.group?.(viewRow(row));
      if (group === undefined) return false;
      (action === "only" ? props.onOnlyGroup : props.onToggleGroup)?.(group);
      return true;
    },
  });
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.target === event.currentTarget && active === undefined) moves.goToFirst();
  };

  useImperativeHandle(ref, () => ({
    focus: focusGrid,
    moveTo: moves.moveTo,
    fittingWidth: (id) => {
      const column = columns[layout.positions.get(id) ?? -1];
      return column === undefined ? 0 : fittingWidth(column);
    },
    fittingWidths: () => {
      const { left, middle, right } = headerColumns;
      const drawn = new Set([...left, ...middle, ...right].map(({ column }) => column));
      const inSight = viewport.visibleRows();
      const widthOf = (column: GridColumn) =>
        drawn.has(column)
          ? fittingWidth(column)
          : measureTexts(scroller.current, column, rows, inSight, formatCell);
      return new Map(columns.map((column) => [column.key, widthOf(column)]));
    },
    visibleRows: () => viewport.visibleRows(),
  }));

  const selected =
    selection === undefined ? undefined : selectionRange(selection, layout.positions, rowCount);
  const last = Math.min(frame.rows.end, rowCount);
  const drawnRange = useMemo(
    () => ({ start: frame.rows.start, end: viewRow(last) }),
    [frame.rows.start, last],
  );
  const firstColumn = bodyColumns.middle[0]?.column ?? columns[0];
  const isWaiting = useLate(
    firstColumn !== undefined && !hasAllRows(drawnRows, drawnRange, firstColumn.id),
  );
  const drawn = Array.from({ length: Math.max(0, last - frame.rows.start) }, (_, index) => {
    const row = viewRow(frame.rows.start + index);
    const inside = selected !== undefined && row >= selected.rows.start && row < selected.rows.end;
    return (
      <GridRow
        key={row - frame.shift}
        row={row}
        rows={drawnRows}
        columns={bodyColumns}
        gridId={gridId}
        activeColumn={row === active?.row ? place?.column : undefined}
        selectedStart={inside ? selected.columns.start : 0}
        selectedEnd={inside ? selected.columns.end : 0}
        formatCell={formatCell}
        markPieces={props.markPieces}
        labelOf={labelOf}
      />
    );
  });

  // The sheet of drawn rows scrolls with the canvas and sticks at its own ends: a scroll that is
  // faster than drawing shows the last rows drawn, never an empty grid. What pushes it down is an
  // element, not a margin, as a sticky box never leaves its margin behind.
  const sheetHeight = drawn.length * rowHeight;
  const overhang = frame.height - sheetHeight;
  const sheetStyle: CustomProperties = {
    top: Math.min(overhang, HEAD_HEIGHT),
    bottom: Math.min(overhang - HEAD_HEIGHT, 0),
    "--waiting": isWaiting ? "visible" : "hidden",
  };
  const isDrawn =
    active !== undefined &&
    (active.row === HEADER_ROW ||
      (active.row >= frame.rows.start && active.row < last && moves.isColumnDrawn(bodyColumns)));

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
        isDrawn && place !== undefined ? cellId(gridId, place.row, place.column) : undefined
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
          columns={headerColumns}
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
        <div role="rowgroup" className={styles.sheet} style={sheetStyle} {...pointer}>
          {!isBare && (
            <Gutter
              range={drawnRange}
              shift={frame.shift}
              rows={drawnRows}
              activeRow={active?.row}
            />
          )}
          {drawn}
        </div>
      </div>
    </div>
  );
}
