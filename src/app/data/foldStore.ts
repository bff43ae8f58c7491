/**
 * Groups that the person folded or opened, against what the view says of all of them. They are of
 * one grouping: another one, and folding or opening all, begins anew.
 */

import type { GroupName, ViewGrouping } from "../../model/grouping.ts";

export interface FoldStore {
  readonly exceptionsTo: (grouping: ViewGrouping | undefined) => readonly GroupName[];
  /** Folds a group that is open, opens one that is folded. */
  readonly toggle: (grouping: ViewGrouping, name: GroupName) => void;
  readonly clear: () => void;
  /** Changes whenever anything did. */
  readonly getSnapshot: () => readonly GroupName[];
  readonly subscribe: (listener: () => void) => () => void;
}

export function createFoldStore(): FoldStore {
  const listeners = new Set<() => void>();
  let of = "";
  let names: readonly GroupName[] = NONE;

  const exceptionsTo = (grouping: ViewGrouping | undefined) =>
    grouping !== undefined && textOf(grouping) === of ? names : NONE;
  const become = (next: readonly GroupName[]) => {
    if (next === names) return;
    names = next;
    for (const listener of listeners) listener();
  };

  return {
    exceptionsTo,
    toggle: (grouping, { level, row }) => {
      const before = exceptionsTo(grouping);
      const rest = before.filter((name) => name.level !== level || name.row !== row);
      of = textOf(grouping);
      become(rest.length < before.length ? rest : [...before, { level, row }]);
    },
    clear: () => become(NONE),
    getSnapshot: () => names,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const NONE: readonly GroupName[] = [];

function textOf({ columns, open }: ViewGrouping): string {
  return JSON.stringify([columns, open]);
}
