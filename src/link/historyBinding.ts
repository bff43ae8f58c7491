/**
 * The route as an external store over the page's hash and history, for `useSyncExternalStore`. The
 * snapshot changes at once; the address follows. Browsers limit history calls (Safari: 100 in 30 s),
 * so replacing waits for a pause and only the last state is written; a push, and leaving the page, write
 * what still waits first. Back, forward and a link pasted into the address always win.
 */

import { MAX_ROUTE_LENGTH } from "./format.ts";
import { formatRoute, parseRoute, type OpenedRoute, type Route } from "./route.ts";

/** The part of `window` that is needed, so that a test can stand in for it. */
export interface LocationWindow {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, "pushState" | "replaceState">;
  addEventListener(type: "hashchange" | "popstate" | "pagehide", listener: () => void): void;
  setTimeout(task: () => void, delayMs: number): number;
  clearTimeout(timer: number | undefined): void;
}

export interface LocationStore {
  subscribe(listener: () => void): () => void;
  /** The same object until the route changes. */
  getSnapshot(): OpenedRoute;
  /**
   * A deliberate change: a new history entry. Going where one is changes nothing. False for a
   * route too long to be read again: nothing happens.
   */
  push(route: Route | OpenedRoute): boolean;
  /** A step of a continuous gesture: the present entry, after a pause. False as above. */
  replace(route: Route | OpenedRoute): boolean;
}

/** How long typing or dragging must rest before its state is written. */
export const REPLACE_PAUSE_MS = 300;
/** When to try again after the browser refused a call. */
const RETRY_MS = 5000;

/** One store per page; it lives as long as the page. */
export function createLocationStore(page: LocationWindow): LocationStore {
  /** What the address bar has, or will have once `waiting` is over. */
  let hash = page.location.hash;
  let snapshot = parseRoute(hash);
  let waiting: number | undefined;
  const listeners = new Set<() => void>();

  const become = (newHash: string, route: OpenedRoute) => {
    hash = newHash;
    snapshot = route;
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const stopWaiting = () => {
    page.clearTimeout(waiting);
    waiting = undefined;
  };
  const replaceAfter = (delayMs: number) => {
    stopWaiting();
    waiting = page.setTimeout(flush, delayMs);
  };
  const write = (method: "pushState" | "replaceState") => {
    stopWaiting();
    try {
      page.history[method](null, "", hash);
    } catch {
      // Over the limit: the entry is lost, the address catches up.
      replaceAfter(RETRY_MS);
    }
  };
  const flush = () => {
    if (waiting !== undefined) write("replaceState");
  };
  const go = (route: Route | OpenedRoute, isPush: boolean): boolean => {
    const newHash = formatRoute(route);
    if (newHash.length > MAX_ROUTE_LENGTH) return false;
    if (newHash === formatRoute(snapshot)) return true;
    if (isPush) flush();
    become(newHash, opened(route));
    if (isPush) write("pushState");
    else replaceAfter(REPLACE_PAUSE_MS);
    tell();
    return true;
  };
  const followAddress = () => {
    stopWaiting();
    if (page.location.hash === hash) return;
    become(page.location.hash, parseRoute(page.location.hash));
    tell();
  };

  page.addEventListener("popstate", followAddress);
  page.addEventListener("hashchange", followAddress);
  page.addEventListener("pagehide", flush);

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    push: (route) => go(route, true),
    replace: (route) => go(route, false),
  };
}

/** A changed route still is of the link that was opened; one of our own making has nothing unread. */
function opened(route: Route | OpenedRoute): OpenedRoute {
  return { notUnderstood: [], newer: false, cut: false, ...route };
}
