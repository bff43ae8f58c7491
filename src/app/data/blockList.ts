/**
 * The blocks of rows on screen, observed in the cache: each is asked for once, kept while it is
 * listed, and let go when it isn't, which stops its request in the worker. Blocks that left the
 * screen stay in the cache for a while, but never more than a few.
 */

import { type QueryClient, QueryObserver, type QueryObserverResult } from "@tanstack/react-query";
import type { RowWindow } from "../../model/rowWindow.ts";
import type { Tile } from "./tiles.ts";

/** How to ask for a block, and its name in the cache. */
export interface BlockQuery {
  readonly queryKey: readonly string[];
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<RowWindow>;
}

export interface BlockList {
  /** By the place of the block; a new map whenever anything in it changed. */
  readonly held: () => ReadonlyMap<number, RowWindow>;
  /**
   * Lists these blocks instead. `another`: they are of another view, nothing held is of use. True
   * when some were in the cache and are held at once.
   */
  list(tiles: readonly Tile[], queryOf: (tile: Tile) => BlockQuery, another: boolean): boolean;
  /** Asks again for the blocks that failed. */
  retry(): void;
  clear(): void;
}

/** Blocks off screen that are kept: some ten screens. */
const SPARE_BLOCKS = 48;

/** `onChange` hears of each block that comes in later, and of the error of each that fails. */
export function createBlockList(
  queries: QueryClient,
  keyPrefix: readonly string[],
  onChange: (error: unknown) => void,
): BlockList {
  let held: ReadonlyMap<number, RowWindow> = new Map();
  /** Counts the views listed: blocks of an earlier one that come late are of no use. */
  let listing = 0;
  const observed = new Map<string, () => void>();

  function observe(tile: Tile, query: BlockQuery): boolean {
    const observer = new QueryObserver<RowWindow>(queries, query);
    const own = listing;
    const take = ({ data }: QueryObserverResult<RowWindow>): boolean => {
      if (data === undefined || own !== listing || held.get(tile.place) === data) return false;
      held = new Map(held).set(tile.place, data);
      return true;
    };
    const leave = observer.subscribe((result) => {
      if (take(result)) onChange(null);
      else if (result.error !== null) onChange(result.error);
    });
    observed.set(tile.name, leave);
    return take(observer.getCurrentResult());
  }

  function leaveAllBut(names: ReadonlySet<string>) {
    for (const [name, leave] of observed) {
      if (names.has(name)) continue;
      leave();
      observed.delete(name);
    }
  }

  function dropSpares() {
    const spare = queries.getQueryCache().findAll({ queryKey: keyPrefix, type: "inactive" });
    const ready = spare.filter((query) => query.state.fetchStatus === "idle");
    if (ready.length <= SPARE_BLOCKS) return;
    ready.sort((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt);
    for (const query of ready.slice(0, -SPARE_BLOCKS)) queries.getQueryCache().remove(query);
  }

  return {
    held: () => held,
    list: (tiles, queryOf, another) => {
      leaveAllBut(another ? new Set() : new Set(tiles.map((tile) => tile.name)));
      if (another) listing++;
      const places = new Set(another ? [] : tiles.map((tile) => tile.place));
      held = new Map([...held].filter(([place]) => places.has(place)));
      const fresh = tiles.filter((tile) => !observed.has(tile.name));
      const taken = fresh.map((tile) => observe(tile, queryOf(tile)));
      dropSpares();
      return taken.includes(true);
    },
    retry: () => {
      void queries.refetchQueries({
        queryKey: keyPrefix,
        predicate: (query) => query.state.status === "error",
      });
    },
    clear: () => leaveAllBut(new Set()),
  };
}
