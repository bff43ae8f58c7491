/**
 * What groups' lines need beside the values of a column: room for a group's sign and count, for the
 * digits and currencies of its sums. On a phone a group's name is cut before its first sum is: both are in
 * sight without scrolling sideways.
 */

import { useMemo, useSyncExternalStore } from "react";
import { columnWidth } from "../../grid/columnWidth.ts";
import type { ColumnRoom } from "../../grid/useColumnModel.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { ColumnId } from "../../model/positions.ts";
import type { Report } from "./useReport.ts";

const VALUE_ROOM = 72;
const SUM_ROOM = 64;
/** On a phone: the least for a name with its sign and count; what a sum's currency takes at a finger's type. */
const NARROW_VALUE = 116;
const NARROW_SUM_ROOM = 50;

export function useGroupRoom({
  columns,
  plan,
}: Report): ReadonlyMap<ColumnKey, ColumnRoom> | undefined {
  const { groups } = plan.query;
  const width = useSyncExternalStore(whenResized, phoneWidth);
  return useMemo(() => {
    if (groups === undefined) return undefined;
    const isPhone = width > 0;
    const extra = isPhone ? NARROW_SUM_ROOM : SUM_ROOM;
    const first = columns[groups.totals[0]?.column ?? -1];
    const rest = width - (first === undefined ? 0 : columnWidth(first) + NARROW_SUM_ROOM);
    const most = Math.max(NARROW_VALUE, Math.floor(rest / groups.levels.length));
    const ofValues = { extra: VALUE_ROOM, most: isPhone ? most : Infinity };
    const room = new Map<ColumnKey, ColumnRoom>();
    const add = (id: ColumnId, needs: ColumnRoom) => {
      const column = columns[id];
      if (column !== undefined) room.set(column.key, needs);
    };
    for (const { column } of groups.totals) add(column, { extra, most: Infinity });
    for (const { column } of groups.levels) add(column, ofValues);
    return room;
  }, [groups, columns, width]);
}

/** 0 for anything wider. */
function phoneWidth(): number {
  return window.innerWidth <= 480 ? window.innerWidth : 0;
}

function whenResized(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}
