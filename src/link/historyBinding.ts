/**
 * The route as an external store over the page's hash and history, for `useSyncExternalStore`. The
 * snapshot changes at once; the address follows. Browsers limit history calls (Safari: 100 in 30 s),
 * so replacing waits for a pause and only the last state is written; a push, and leaving the page, write
 * what still waits first. Back, forward and a link pasted into the address always win.
 */

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
  /** A deliberate change: a new history entry. Going where one is changes nothing. */
  push(route: Route | OpenedRoute): void;
  /** A step of a continuous gesture: the present entry, after a pause. */
  replace(route: Route | OpenedRoute): void;
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
    push: (route) => {
      const newHash = formatRoute(route);
      if (newHash === formatRoute(snapshot)) return;
      flush();
      become(newHash, opened(route));
      write("pushState");
      tell();
    },
    replace: (route) => {
      const newHash = formatRoute(route);
      if (newHash === formatRoute(snapshot)) return;
      become(newHash, opened(route));
      replaceAfter(REPLACE_PAUSE_MS);
      tell();
    },
  };
}

/** A changed route still is of the link that was opened; one of our own making has nothing unread. */
function opened(route: Route | OpenedRoute): OpenedRoute {
  return { notUnderstood: [], newer: false, cut: false, ...route };
}
