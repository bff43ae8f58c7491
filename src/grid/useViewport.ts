/**
 * The viewport as React has it: what to draw now, and the effects that tell it what React knows and
 * move the scroller once that is on the page.
 */

import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { RefObject } from "react";

import { wantedColumns } from "./columnLayout.ts";
import type { GridFrame } from "./gridFrame.ts";
import { columnIds, pickColumns } from "./renderedColumns.ts";
import type { RowSource } from "./rowSource.ts";
import { createGridViewport } from "./viewport.ts";
import type { DrawnRows, GridMeasures, GridViewport } from "./viewport.ts";

export interface DrawnViewport extends DrawnRows {
  readonly viewport: GridViewport;
}

export function useViewport(rows: RowSource, contentKey: string): DrawnViewport {
  const [viewport] = useState(createGridViewport);
  const drawn = useSyncExternalStore(viewport.subscribe, () => viewport.drawn(rows, contentKey));
  return { viewport, ...drawn };
}

interface KnownToReact extends Omit<GridMeasures, "rowCount" | "want"> {
  readonly scroller: RefObject<HTMLElement | null>;
  /** The newest rows; those drawn may be of before. */
  readonly rows: RowSource;
}

export function useViewportEffects(
  { viewport, frame, rows: drawnRows }: DrawnViewport,
  { scroller, rows, rowHeight, headHeight, layout, active, contentKey }: KnownToReact,
): void {
  const { rowCount } = rows;
  const { columns, leftCount, rightCount } = layout;
  const activeRow = active?.row;
  const activePosition = active?.position ?? 0;

  useLayoutEffect(() => {
    if (scroller.current === null) return undefined;
    return viewport.attach(scroller.current);
  }, [viewport, scroller]);
  const want = useMemo(
    () => (next: GridFrame) => {
      const around = wantedColumns(next.columns);
      const wanted = pickColumns({ columns, leftCount, rightCount }, around, undefined);
      rows.want(next.wanted, columnIds(wanted));
    },
    [rows, columns, leftCount, rightCount],
  );
  useLayoutEffect(() => {
    viewport.measure({
      rowCount,
      rowHeight,
      headHeight,
      layout,
      active: activeRow === undefined ? undefined : { row: activeRow, position: activePosition },
      contentKey,
      want,
    });
  }, [
    viewport,
    rowCount,
    rowHeight,
    headHeight,
    layout,
    activeRow,
    activePosition,
    contentKey,
    want,
  ]);
  useLayoutEffect(() => {
    if (frame.moves > 0) viewport.settle();
  }, [viewport, frame.moves]);
  useLayoutEffect(() => {
    if (frame.shift !== 0) viewport.layOut();
  }, [viewport, frame.shift]);
  useEffect(() => {
    // Rows came, or others are needed than before: what is drawn may lack some.
    if (drawnRows === rows) want(frame);
  }, [rows, drawnRows, want, frame]);
}
