/**
 * What the grid is given and what it tells: its whole contract with the app. The grid draws and
 * navigates; it never changes a view itself, it only says what the person asked for. Rows and
 * columns are named by `ViewRow` and `ColumnId`; screen positions stay inside the grid.
 */

import type { Ref } from "react";

import type { CellView } from "../model/cell.ts";
import type { ColumnKey, ColumnKind } from "../model/column.ts";
import type { GroupLine } from "../model/grouping.ts";
import type { ColumnId, ViewRow } from "../model/positions.ts";
import type { AppCommand } from "./keyCommand.ts";
import type { RowSource } from "./rowSource.ts";
import type { Selection } from "./selection.ts";

/** One column on screen. `useColumnModel` makes these from the report's columns and the view. */
export interface GridColumn {
  readonly id: ColumnId;
  readonly key: ColumnKey;
  /** What people read and hear; the sort button is named exactly like this. */
  readonly label: string;
  readonly kind: ColumnKind;
  /** CSS pixels, border included. */
  readonly width: number;
  /** The most digits after the point: what amounts are aligned by. */
  readonly fractionDigits: number;
  readonly sort: ColumnSort | undefined;
  /** A filter looks at this column. */
  readonly filtered: boolean;
  /** Kept in sight at an edge. Left ones must come first in the list, right ones last. */
  readonly pinned: "left" | "right" | undefined;
}

export interface ColumnSort {
  readonly descending: boolean;
  /** 1 for the first sort key; undefined when it is the only one, as no number is drawn then. */
  readonly position: number | undefined;
}

/** A place in the grid. The header line is above row 0. */
export interface GridPlace {
  readonly row: ViewRow | "header";
  readonly column: ColumnId;
}

/** How a cell's text is drawn. All texts joined are what people read, select and hear. */
export interface CellDisplay {
  readonly pieces: readonly CellPiece[];
  readonly tone: "normal" | "quiet" | "negative";
  /**
   * Figures that take room after the text but are neither seen nor part of it, such as `.00`: they
   * put decimal points under each other. Empty for none.
   */
  readonly pad: string;
  /** Length of a thin bar under the amount, 0 to 1; undefined for none. */
  readonly share: number | undefined;
}

export interface CellPiece {
  readonly text: string;
  /** Drawn quieter, such as zeros at the end. */
  readonly quiet?: boolean;
  /** A thin gap before it: groups digits without adding a character. */
  readonly gap?: boolean;
  /** A part that was looked for. */
  readonly found?: boolean;
}

export interface GridProps {
  /** Columns on screen, in order. Keep the array and its unchanged members identical. */
  readonly columns: readonly GridColumn[];
  /** A new object when rows came or changed; the same object when nothing did. */
  readonly rows: RowSource;
  /** Rows of the whole report, so that the gutter has room for the highest row number. */
  readonly reportRowCount: number;
  /** Rows still arrive: sets `aria-busy`. */
  readonly busy: boolean;
  /**
   * Names the order of the rows, such as the query's text. When it changes, the grid goes back to
   * the first row; when rows only arrive, it stays where it is.
   */
  readonly contentKey: string;
  readonly density?: "compact" | "comfortable";
  /** Draws a cell; `displayCell` when not given. Must be one and the same function over time. */
  readonly formatCell?: FormatCell;
  /** Marks what was looked for in every cell; undefined while nothing is. */
  readonly markPieces?: MarkPieces | undefined;
  /** The rectangle to draw; without it nothing can be selected. */
  readonly selection?: Selection | undefined;
  /** Column whose menu is open, for `aria-expanded`. */
  readonly menuColumn?: ColumnId | undefined;
  readonly ref?: Ref<GridHandle>;

  /** The active cell is another one; also once when the grid first gets one. */
  readonly onActiveCell?: (place: GridPlace) => void;
  /** Header clicked or Enter pressed on it; `add` with Shift: keep the other sort keys. */
  readonly onSort?: (column: GridColumn, add: boolean) => void;
  /** Menu button, right click, Alt+Down or F2; put the menu at `anchor`. */
  readonly onOpenColumnMenu?: (column: GridColumn, anchor: HTMLElement) => void;
  /** The width in pixels that a person gave a column. The grid draws it itself while it's dragged. */
  readonly onResize?: (column: GridColumn, width: number) => void;
  /** Alt+Shift+Left/Right: move the column one place. */
  readonly onMoveColumn?: (column: GridColumn, by: -1 | 1) => void;
  /** Dragged to stand before another column; undefined for the end of those that scroll. */
  readonly onPlaceColumn?: (column: GridColumn, before: ColumnId | undefined) => void;
  /** Fold or open a group: its sign clicked, Enter or a double click on its line, arrow keys. */
  readonly onToggleGroup?: (group: GroupLine) => void;
  /** Show this group's rows alone. */
  readonly onOnlyGroup?: (group: GroupLine) => void;
  /** What is selected now; undefined for nothing. Selecting is on only when this is given. */
  readonly onSelect?: (selection: Selection | undefined) => void;
  /** Keys that are the app's business. True when it did something: the browser then won't. */
  readonly onKeyCommand?: (command: AppCommand, place: GridPlace | undefined) => boolean;
}

/** `text` is the cell's exact text, which the pieces draw. */
export type MarkPieces = (pieces: readonly CellPiece[], text: string) => readonly CellPiece[];

export type FormatCell = (column: FormattedColumn, cell: CellView) => CellDisplay;

/** What the drawing of a cell depends on. */
export type FormattedColumn = Pick<GridColumn, "kind" | "fractionDigits">;

/** What the app may ask of a grid that is on screen. */
export interface GridHandle {
  focus(): void;
  /** Makes a cell the active one and brings it into view. */
  moveTo(place: GridPlace): void;
  /** The width at which the header and the cells on screen are not cut. */
  fittingWidth(column: ColumnId): number;
  /** The same of every column on screen, scrolled to or not. */
  fittingWidths(): ReadonlyMap<ColumnKey, number>;
}
