/**
 * The columns being drawn, in their three places, with the styles that put them there. Positions
 * and widths are custom properties on the grid, so dragging a width moves thousands of cells
 * without drawing any of them again.
 */

import type { CSSProperties } from "react";

import type { ColumnId } from "../model/positions.ts";
import type { ColumnLayout, ColumnRange } from "./columnLayout.ts";
import { columnStart, leftWidth, rightWidth, totalWidth, widthAt } from "./columnLayout.ts";
import type { GridColumn } from "./gridProps.ts";

export interface RenderedColumn {
  readonly column: GridColumn;
  /** From the left, 0-based, pinned columns included. */
  readonly position: number;
  readonly style: CSSProperties;
}

export interface RenderedColumns {
  readonly left: readonly RenderedColumn[];
  readonly middle: readonly RenderedColumn[];
  readonly right: readonly RenderedColumn[];
}

/** A style that sets custom properties. */
export type CustomProperties = CSSProperties & Record<`--${string}`, string>;

/** `extra` is a position that is drawn wherever it is: the header cell that has the focus. */
export function pickColumns(
  { columns, leftCount, rightCount }: Pick<ColumnLayout, "columns" | "leftCount" | "rightCount">,
  range: ColumnRange,
  extra: number | undefined,
): RenderedColumns {
  const pick = (start: number, end: number) =>
    columns.slice(start, end).map((column, index) => rendered(column, start + index));
  const rightStart = columns.length - rightCount;
  const start = Math.max(range.start, leftCount);
  const end = Math.min(range.end, rightStart);
  const middle = pick(start, end);
  const outside =
    extra !== undefined &&
    extra >= leftCount &&
    extra < rightStart &&
    (extra < start || extra >= end);
  if (outside && extra < start) middle.unshift(...pick(extra, extra + 1));
  else if (outside) middle.push(...pick(extra, extra + 1));
  return { left: pick(0, leftCount), middle, right: pick(rightStart, columns.length) };
}

export function columnIds({ left, middle, right }: RenderedColumns): readonly ColumnId[] {
  return [...left, ...middle, ...right].map(({ column }) => column.id);
}

export function isRendered(columns: RenderedColumns, position: number | undefined): boolean {
  const { left, middle, right } = columns;
  return [left, middle, right].some((part) => part.some((one) => one.position === position));
}

/** Where each drawn column is and how wide, and the sizes of the parts around them. */
export function columnProperties(
  layout: ColumnLayout,
  { left, middle, right }: RenderedColumns,
): CustomProperties {
  const properties: CustomProperties = {
    "--gutter": `${layout.gutter}px`,
    "--total": `${totalWidth(layout)}px`,
    "--left": `${layout.narrow ? layout.gutter : leftWidth(layout)}px`,
    "--stick-left": layout.narrow ? "auto" : "0px",
    "--right": `${rightWidth(layout)}px`,
  };
  const rightStart = totalWidth(layout) - rightWidth(layout);
  const add = (position: number, origin: number) => {
    properties[`--x${position}`] = `${columnStart(layout, position) - origin}px`;
    properties[`--w${position}`] = `${widthAt(layout, position)}px`;
  };
  for (const { position } of left) add(position, 0);
  for (const { position } of middle) add(position, 0);
  for (const { position } of right) add(position, rightStart);
  return properties;
}

/** By position; one object for each, so that a cell whose column is the same is not drawn again. */
const STYLES: CSSProperties[] = [];

function rendered(column: GridColumn, position: number): RenderedColumn {
  STYLES[position] ??= { left: `var(--x${position})`, width: `var(--w${position})` };
  return { column, position, style: STYLES[position] };
}
