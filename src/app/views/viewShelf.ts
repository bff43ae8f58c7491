/**
 * The named views of this browser, as a store. What another tab saves is seen here, and each change is
 * made to what is stored at that moment. Where the browser keeps nothing, the views live as long as
 * the page; where it has no room, a change does not happen. Either is said, never thrown.
 */

import type { ViewState } from "../../model/viewState.ts";
import {
  freeName,
  isSameView,
  MAX_TEXT,
  MAX_VIEWS,
  readViews,
  type SavedView,
  writeViews,
} from "./savedViews.ts";

export interface ViewShelf {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => ShelfState;
  /** Under its name; a view of the same name gives way. */
  readonly save: (name: string, view: ViewState) => void;
  /** Nothing happens when the new name is taken. */
  readonly rename: (name: string, newName: string) => void;
  readonly remove: (name: string) => void;
  /** Puts a view back where it was. */
  readonly restore: (view: SavedView, place: number) => void;
  /** Those not here already; gives how many were added. */
  readonly add: (views: readonly SavedView[]) => number;
}

export interface ShelfState {
  readonly views: readonly SavedView[];
  readonly problem: ShelfProblem | undefined;
}

/**
 * `noStorage`: kept until the page is closed. `full`: the last change was not made. `tooMany`: the
 * same, by our own limit. `damaged`: what is stored is not views; the next save replaces it.
 */
export type ShelfProblem = "noStorage" | "full" | "tooMany" | "damaged";

/** The last change was not made. */
export function isRefused({ problem }: ShelfState): boolean {
  return problem === "full" || problem === "tooMany";
}

/** The part of `window` that is needed; reading `localStorage` itself may throw. */
export interface ShelfWindow {
  readonly localStorage: Pick<Storage, "getItem" | "setItem">;
  addEventListener(
    type: "storage",
    listener: (event: { readonly key: string | null }) => void,
  ): void;
}

export const SHELF_KEY = "billscope.views";

const NO_VIEWS: readonly SavedView[] = [];

export function createViewShelf(page: ShelfWindow): ViewShelf {
  const listeners = new Set<() => void>();
  let state: ShelfState = { views: NO_VIEWS, problem: undefined };
  state = read();

  function become(next: ShelfState) {
    state = next;
    for (const listener of listeners) listener();
  }

  /** What is stored now; what is in memory where nothing can be stored. */
  function read(): ShelfState {
    let text: string | null;
    try {
      text = page.localStorage.getItem(SHELF_KEY);
    } catch {
      return { views: state.views, problem: "noStorage" };
    }
    if (text === null) return { views: NO_VIEWS, problem: undefined };
    const found = readViews(text);
    return found === undefined || found === "newer"
      ? { views: NO_VIEWS, problem: "damaged" }
      : { views: found.views, problem: undefined };
  }

  function change(make: (views: readonly SavedView[]) => readonly SavedView[]) {
    const now = read();
    const views = make(now.views);
    if (views === now.views) {
      become(now);
      return;
    }
    const text = writeViews(views);
    // More is not read again, neither from here nor from a file.
    const isLong = text.length > MAX_TEXT;
    if (isLong || views.length > MAX_VIEWS) {
      become({ views: now.views, problem: isLong ? "full" : "tooMany" });
      return;
    }
    if (now.problem === "noStorage") {
      become({ views, problem: "noStorage" });
      return;
    }
    try {
      page.localStorage.setItem(SHELF_KEY, text);
      become({ views, problem: undefined });
    } catch {
      become({ views: now.views, problem: "full" });
    }
  }

  page.addEventListener("storage", ({ key }) => {
    if (key === SHELF_KEY || key === null) become(read());
  });

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    save: (name, view) =>
      change((views) =>
        views.some((saved) => saved.name === name)
          ? views.map((saved) => (saved.name === name ? { name, view } : saved))
          : [...views, { name, view }],
      ),
    rename: (name, newName) =>
      change((views) =>
        views.some((saved) => saved.name === newName)
          ? views
          : views.map((saved) => (saved.name === name ? { ...saved, name: newName } : saved)),
      ),
    remove: (name) => change((views) => views.filter((saved) => saved.name !== name)),
    restore: (view, place) =>
      change((views) => views.toSpliced(place, 0, { ...view, name: freeName(view.name, views) })),
    add: (added) => {
      let count = 0;
      change((views) => {
        const all = [...views];
        for (const saved of added) {
          const isHere = all.some(
            (other) => other.name === saved.name && isSameView(other.view, saved.view),
          );
          if (!isHere) all.push({ ...saved, name: freeName(saved.name, all) });
        }
        count = all.length - views.length;
        return count === 0 ? views : all;
      });
      return isRefused(state) ? 0 : count;
    },
  };
}
