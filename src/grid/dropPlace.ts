/**
 * Where a dragged column would stand: pure, from a point of the viewport to the column it would be
 * put before and the edge to mark. A column dropped among pinned ones is pinned with them; at the end of those
 * that scroll it stays one of them, though a pinned one follows.
 */

import type { ColumnId } from "../model/positions.ts";
import type { ColumnLayout } from "./columnLayout.ts";
import {
  columnStart,
  columnUnder,
  leftWidth,
  rightWidth,
  totalWidth,
  widthAt,
} from "./columnLayout.ts";

export interface DropPlace {
  /** Undefined for the end of the columns that scroll. */
  readonly before: ColumnId | undefined;
  /** The edge, in pixels of the viewport. */
  readonly x: number;
}

/** Undefined where the column stands already. */
export function dropPlace(
  layout: ColumnLayout,
  dragged: ColumnId,
  x: number,
  scrollLeft: number,
  viewport: number,
): DropPlace | undefined {
  const under = columnUnder(layout, x, scrollLeft, viewport);
  const rightStart = layout.columns.length - layout.rightCount;
  const offset =
    under >= rightStart ? totalWidth(layout) - viewport : under < layout.leftCount ? 0 : scrollLeft;
  const start = columnStart(layout, under) - offset;
  const isAfter = x > start + widthAt(layout, under) / 2;
  const place = isAfter ? under + 1 : under;
  const from = layout.positions.get(dragged);
  const isLastToScroll = isAfter && under < rightStart && place === rightStart;
  const isSamePart = partOf(layout, from ?? -1) === partOf(layout, isAfter ? under : place);
  if (from === undefined || ((place === from || place === from + 1) && isSamePart)) {
    return undefined;
  }
  const before = isLastToScroll ? undefined : layout.columns[place]?.id;
  const edge = isAfter ? start + widthAt(layout, under) : start;
  const scrolls = under >= layout.leftCount && under < rightStart;
  const inSight = Math.min(Math.max(edge, leftWidth(layout)), viewport - rightWidth(layout));
  return { before, x: scrolls ? inSight : edge };
}

/** Pixels to scroll by in one step while a column is dragged near an edge; more the nearer. */
export function dragScroll(layout: ColumnLayout, x: number, viewport: number): number {
  const toLeft = x - leftWidth(layout);
  const toRight = viewport - rightWidth(layout) - x;
  if (toRight < NEAR && toRight <= toLeft) return stepFor(toRight);
  return toLeft < NEAR ? -stepFor(toLeft) : 0;
}

const NEAR = 48;

function stepFor(distance: number): number {
  return Math.ceil((NEAR - Math.max(distance, 0)) / 3);
}

function partOf(layout: ColumnLayout, position: number): "left" | "middle" | "right" {
  if (position < layout.leftCount) return "left";
  return position < layout.columns.length - layout.rightCount ? "middle" : "right";
}
