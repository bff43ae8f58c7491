/**
 * What was given out before is given out again while it says the same, so that what is drawn from it
 * is not drawn anew. Equal members are the same objects.
 */

import type { GridColumn } from "./gridProps.ts";

export function keepEqualLists<Member>() {
  let kept: readonly Member[] = [];
  return (list: readonly Member[]): readonly Member[] => {
    const isSame =
      kept.length === list.length && kept.every((member, index) => member === list[index]);
    if (!isSame) kept = list;
    return kept;
  };
}

export function isSameColumn(a: GridColumn, b: GridColumn): boolean {
  return (
    a.id === b.id &&
    a.key === b.key &&
    a.label === b.label &&
    a.kind === b.kind &&
    a.width === b.width &&
    a.fractionDigits === b.fractionDigits &&
    a.sort?.descending === b.sort?.descending &&
    a.sort?.position === b.sort?.position &&
    a.filtered === b.filtered &&
    a.pinned === b.pinned
  );
}
