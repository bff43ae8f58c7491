/**
 * Rows for the screen from the engine, for one dataset. A new view is shown when its first blocks are
 * here, which may be before its order is whole; until then the last view stays. What nobody waits for
 * any more is stopped in the worker. While a report loads, an order is renewed at a pace it can keep.
 */

import type { QueryClient } from "@tanstack/react-query";
import type { RowSource } from "../../grid/rowSource.ts";
import type { ColumnId } from "../../model/positions.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import { type ReportError, ReportFailure, isEngineLost } from "../../model/reportError.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { DatasetId, OrderSummary } from "../../worker/protocol.ts";
import { type BlockQuery, createBlockList } from "./blockList.ts";
import { readBlocks } from "./readBlocks.ts";
import { type RowsView, isSame, versionOf, viewOf } from "./rowsView.ts";
import {
  FIRST_LOOK,
  type Tile,
  type Wanted,
  cutTile,
  lookFor,
  nearestFirst,
  tilesFor,
} from "./tiles.ts";

/** What the screen shows now. A new object whenever any of it changed. */
export interface ShownRows {
  readonly rows: RowSource;
  /** The view the rows are of, and its name; undefined before the first. */
  readonly query: Query | undefined;
  readonly name: string | undefined;
  /** Rows of the view: in groups, those of all groups, where `rows` are lines. */
  readonly rowCount: number;
  /** Rows of the report that the view was made from. */
  readonly tableRows: number;
  /** Made when the report was complete, so of all its rows and by the kinds of its columns. */
  readonly sealed: boolean;
  /** Another view is being made. */
  readonly pending: boolean;
  readonly problem: ReportError | undefined;
}

export interface RowFeed {
  /** The view to show; undefined for the one there is. Cheap when nothing changed. */
  readonly show: (query: Query | undefined, table: TableSummary) => void;
  /** The first rows of a table in its own order, when they came unasked. */
  readonly seed: (first: RowWindow, table: TableSummary) => void;
  /** Makes a view that may be shown next; returns how to stop that, which does nothing once it is shown. */
  readonly prepare: (query: Query, table: TableSummary) => () => void;
  /** Asks again for what failed. */
  readonly retry: () => void;
  readonly getSnapshot: () => ShownRows;
  readonly subscribe: (listener: () => void) => () => void;
  /** Ends all requests; the feed is of no use afterwards. */
  readonly close: () => void;
}

/** An order of a growing report is renewed at most this often, and takes a quarter of the time. */
const RENEW_MS = 400;
const RENEW_FACTOR = 3;

export function createRowFeed(
  engine: Pick<EngineClient, "order" | "window">,
  queries: QueryClient,
  dataset: DatasetId,
): RowFeed {
  const listeners = new Set<() => void>();
  const rowsKey = ["rows", dataset];
  const orderKey = ["order", dataset];
  const blocks = createBlockList(queries, rowsKey, (error) => {
    if (error === null || note(error)) tell();
  });
  let target: RowsView | undefined;
  let making: RowsView | undefined;
  /** The view being made whose first blocks are on screen already. */
  let early: RowsView | undefined;
  let shown: RowsView | undefined;
  let listed = "";
  /** Asked for before the grid said what it shows: the first block. */
  let wanted: Wanted = FIRST_LOOK;
  let problem: ReportError | undefined;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let snapshot = snapshotNow();
  // With a worker that died of any question the rows are gone, too. While they load, that says it.
  const stopHearing = queries.getQueryCache().subscribe(({ type, query: { queryKey, state } }) => {
    const { error } = state;
    if (type !== "updated" || queryKey[1] !== dataset || target?.sealed !== true) return;
    if (error instanceof ReportFailure && isEngineLost(error.error) && note(error)) tell();
  });

  function snapshotNow(): ShownRows {
    return {
      rows: { rowCount: shown?.rowCount ?? 0, ...readBlocks(blocks.held(), shown), want },
      query: shown?.query,
      name: shown?.name,
      rowCount: shown?.shownRows ?? 0,
      tableRows: shown?.tableRows ?? 0,
      sealed: shown?.sealed === true,
      pending: target !== undefined && target.name !== shown?.name && problem === undefined,
      problem,
    };
  }

  function tell() {
    snapshot = snapshotNow();
    for (const listener of listeners) listener();
  }

  function want(range: Wanted["range"], columns: readonly ColumnId[]) {
    wanted = { range, columns };
    list(false);
  }

  function list(another: boolean) {
    if (shown === undefined) return;
    const view = shown;
    const tiles = nearestFirst(tilesFor(view, wanted), wanted);
    const names = tiles.map((tile) => tile.name).join("\n");
    if (names === listed && !another) return;
    listed = names;
    const isNews = blocks.list(tiles, (tile) => blockQuery(view, tile), another);
    // The grid that asks while it draws hears of blocks from the cache right after.
    if (isNews && !another) queueMicrotask(tell);
  }

  /** True when there is something to say. Cancelled work is none of the person's business. */
  function note(error: unknown): boolean {
    if (!(error instanceof ReportFailure) || problem === error.error) return false;
    problem = error.error;
    return true;
  }

  function blockQuery(view: RowsView, tile: Tile): BlockQuery {
    const { collation } = view.query;
    const query = view.isWhole ? { ...ALL_ROWS, collation } : view.query;
    const { tableRows } = view;
    return {
      queryKey: [...rowsKey, tile.name],
      queryFn: ({ signal }) =>
        engine.window(dataset, query, tableRows, tile.range, tile.columns, signal),
    };
  }

  const keyOf = (view: RowsView) => [...orderKey, view.name, versionOf(view)];

  /** The order comes with the rows it is looked at first. */
  function orderOf(view: RowsView): Promise<RowsView> {
    return queries.fetchQuery({
      queryKey: keyOf(view),
      queryFn: async ({ signal }) => {
        const look = lookFor(view, firstWanted(view));
        const order = await engine.order(dataset, view.query, signal, look, (first) =>
          takeFirst(view, first),
        );
        return takeOrder(view, order);
      },
    });
  }

  function takeOrder(view: RowsView, order: OrderSummary): RowsView {
    const { window, rowCount, tableRows, groupedRows: shownRows = rowCount } = order;
    const ordered = { ...view, rowCount, tableRows, shownRows };
    if (window !== undefined) keep(window, ordered);
    return ordered;
  }

  /** Rows that are known before the order is whole are shown at once. */
  function takeFirst(view: RowsView, first: OrderSummary) {
    const ordered = takeOrder(view, first);
    if (making === undefined || !isSame(view, making) || !hasFirst(ordered)) return;
    early = making;
    present(ordered, true);
  }

  function blockOf(tile: Tile): RowWindow | undefined {
    return queries.getQueryData<RowWindow>([...rowsKey, tile.name]);
  }

  function hasFirst(view: RowsView): boolean {
    return tilesFor(view, firstWanted(view)).every((tile) => blockOf(tile) !== undefined);
  }

  /** Rows that came with something else: as if the view's blocks had been asked for. */
  function keep(window: RowWindow, view: RowsView) {
    const columns = window.columns.map(({ id }) => id);
    for (const tile of tilesFor(view, { range: window.range, columns })) {
      const block = cutTile(window, tile);
      if (block !== undefined) queries.setQueryData([...rowsKey, tile.name], block);
    }
  }

  /**
   * Makes a view ready, then shows it, unless a newer one took its place meanwhile. What is known of
   * before, or was made ready ahead, is shown in the same task, so that it is drawn with what asked for it.
   */
  async function make(view: RowsView): Promise<void> {
    const begun = performance.now();
    if (making !== undefined) stopMaking();
    const known = view.isWhole ? view : queries.getQueryData<RowsView>(keyOf(view));
    if (known !== undefined && hasFirst(known)) {
      present(known, true);
      return;
    }
    making = view;
    try {
      const ordered = view.isWhole ? view : await orderOf(view);
      const isShown = early === view && shown?.rowCount === ordered.rowCount;
      if (!isShown) {
        const tiles = tilesFor(ordered, firstWanted(ordered));
        await Promise.all(tiles.map((tile) => queries.fetchQuery(blockQuery(ordered, tile))));
      }
      if (making !== view) return;
      making = undefined;
      if (!isShown) present(ordered, true);
    } catch (error) {
      if (making !== view) return;
      making = undefined;
      if (note(error)) tell();
    }
    renewAfter(performance.now() - begun);
  }

  /** A view of another name is read from its top; a renewed one from where the person is. */
  function firstWanted(view: RowsView): Wanted {
    if (shown === undefined || view.name === shown.name) return wanted;
    return { ...wanted, range: FIRST_LOOK.range };
  }

  function present(view: RowsView, another: boolean) {
    if (shown?.name !== view.name) wanted = firstWanted(view);
    shown = view;
    problem = undefined;
    list(another);
    tell();
  }

  /** After a view was made: is there a newer one to make, and when? */
  function renewAfter(tookMs: number) {
    if (target === undefined || problem !== undefined || isSame(target, shown)) return;
    const isOther = target.name !== shown?.name || target.folds !== shown.folds;
    const isUrgent = target.sealed || target.isWhole || isOther;
    clearTimeout(renewal);
    renewal = setTimeout(renew, isUrgent ? 0 : Math.max(RENEW_MS, tookMs * RENEW_FACTOR));
  }

  function renew() {
    renewal = undefined;
    if (target === undefined || making !== undefined) return;
    if (target.isWhole && shown?.name === target.name) present(target, false);
    else void make(target);
  }

  function stopMaking() {
    making = undefined;
    void queries.cancelQueries({ queryKey: orderKey });
    void queries.cancelQueries({ queryKey: rowsKey, type: "inactive" });
  }

  return {
    seed: (first, table) => keep(first, viewOf(ALL_ROWS, table)),
    show: (query, table) => {
      const next = viewOf(query ?? target?.query ?? ALL_ROWS, table);
      if (isSame(next, target)) return;
      const isAnother = next.name !== target?.name;
      const isFolded = next.folds !== target?.folds;
      target = next;
      if (isAnother) {
        problem = undefined;
        clearTimeout(renewal);
        renewal = undefined;
      }
      if (next.isWhole && shown?.name === next.name) {
        // Back to all rows, or rows came in below: what is on screen stays as it is.
        stopMaking();
        present(next, false);
      } else if (isAnother) {
        void make(next);
        tell();
      } else if (next.sealed || isFolded) {
        // An order of fewer rows is of no use any more.
        clearTimeout(renewal);
        renewal = undefined;
        void make(next);
      } else if (making === undefined && renewal === undefined) {
        renew();
      }
    },
    prepare: (query, table) => {
      const view = viewOf(query, table);
      if (!view.sealed || view.isWhole || isSame(view, target)) return () => {};
      // Nobody hears how it ends.
      orderOf(view).catch(() => {});
      return () => {
        if (!isSame(view, target)) void queries.cancelQueries({ queryKey: keyOf(view) });
      };
    },
    retry: () => {
      problem = undefined;
      blocks.retry();
      if (target !== undefined && !isSame(target, shown)) void make(target);
      tell();
    },
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      stopHearing();
      clearTimeout(renewal);
      target = undefined;
      blocks.clear();
      stopMaking();
      queries.removeQueries({ queryKey: rowsKey });
      queries.removeQueries({ queryKey: orderKey });
    },
  };
}
