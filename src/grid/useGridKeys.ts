/**
 * Carries out what a key asks for: the grid's own commands here, the app's through
 * `onKeyCommand`. A key that did nothing is left to the browser.
 */

import type { KeyboardEvent } from "react";

import type { GroupLine } from "../model/grouping.ts";
import { viewRow, type ColumnId } from "../model/positions.ts";
import { clampColumnWidth } from "./columnWidth.ts";
import type { GridColumn, GridPlace, GridProps } from "./gridProps.ts";
import { keyCommand } from "./keyCommand.ts";
import type { GridCommand, Move } from "./keyCommand.ts";
import { HEADER_ROW, movePlace } from "./movePlace.ts";
import type { GridExtent, GridPosition } from "./movePlace.ts";
import type { Selection, SelectionAction } from "./selection.ts";

export interface KeyContext {
  readonly active: GridPosition | undefined;
  readonly place: GridPlace | undefined;
  /** Column of the active cell. */
  readonly column: GridColumn | undefined;
  /** Where the moving corner of the selection is, if there is one. */
  readonly head: GridPosition | undefined;
  readonly extent: () => GridExtent;
  readonly goTo: (to: GridPosition) => void;
  readonly goToFirst: () => void;
  readonly extendTo: (to: GridPosition) => void;
  readonly scrollRows: (rows: number) => void;
  readonly select: (action: SelectionAction["type"] & ("column" | "row" | "all" | "clear")) => void;
  readonly selection: Selection | undefined;
  readonly openMenu: (column: GridColumn) => void;
  readonly focusGrid: () => void;
  /** The group whose line the active cell is in. */
  readonly group: GroupLine | undefined;
  readonly groupColumns: readonly ColumnId[] | undefined;
}

type KeyProps = Pick<
  GridProps,
  "onToggleGroup" | "onSort" | "onResize" | "onMoveColumn" | "onSelect" | "onKeyCommand"
>;

/** Pixels a key press makes a column wider or narrower. */
const RESIZE_STEP = 16;

export function useGridKeys(context: KeyContext, props: KeyProps) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || isButtonKey(event)) return;
    const inHeader = context.active?.row === HEADER_ROW;
    const found = keyCommand(event, inHeader);
    if (found === undefined) return;
    const handled =
      found.owner === "grid"
        ? runCommand(found.command, context, props)
        : (props.onKeyCommand?.(found.command, context.place) ?? false);
    if (handled) event.preventDefault();
  };
}

/** Enter and Space on a focused button of the header press that button. */
function isButtonKey(event: KeyboardEvent<HTMLElement>): boolean {
  const onButton = event.target instanceof Element && event.target.closest("button") !== null;
  return onButton && (event.key === "Enter" || event.key === " ");
}

function runCommand(command: GridCommand, context: KeyContext, props: KeyProps): boolean {
  const { column } = context;
  switch (command.type) {
    case "move":
      if (!command.extend && foldsBy(command.move, context)) {
        if (context.group !== undefined) props.onToggleGroup?.(context.group);
        return true;
      }
      return move(command.move, command.extend && props.onSelect !== undefined, context);
    case "sort":
      if (column === undefined) return false;
      props.onSort?.(column, command.add);
      return true;
    case "columnMenu":
      if (column === undefined) return false;
      context.openMenu(column);
      return true;
    case "activate":
      if (context.group === undefined) return false;
      props.onToggleGroup?.(context.group);
      return true;
    case "resizeColumn":
      if (column === undefined) return false;
      props.onResize?.(column, clampColumnWidth(column.width + command.by * RESIZE_STEP));
      return true;
    case "moveColumn":
      if (column === undefined) return false;
      props.onMoveColumn?.(column, command.by);
      return true;
    case "selectAll":
      return select("all", context, props);
    case "selectColumn":
      return select("column", context, props);
    case "selectRow":
      return select("row", context, props);
    case "selectNothing":
      return context.selection !== undefined && select("clear", context, props);
  }
}

/** On a group's own value: right opens, left folds; where it is so already, they move. */
function foldsBy(move: Move, { group, groupColumns, column }: KeyContext): boolean {
  if (group === undefined || column === undefined) return false;
  if (groupColumns?.[group.name.level] !== column.id) return false;
  return move === (group.open ? "left" : "right");
}

function select(
  what: Parameters<KeyContext["select"]>[0],
  context: KeyContext,
  props: KeyProps,
): boolean {
  if (props.onSelect === undefined) return false;
  context.select(what);
  return true;
}

function move(
  move: Extract<GridCommand, { type: "move" }>["move"],
  extend: boolean,
  context: KeyContext,
): boolean {
  const { active } = context;
  if (active === undefined) {
    context.goToFirst();
    return true;
  }
  const extent = context.extent();
  context.focusGrid();
  const from = extend ? (context.head ?? active) : active;
  const to = movePlace(from, move, extent);
  // A page moves rows and cell alike, so the cell keeps its height on the screen.
  if (move === "pageDown" || move === "pageUp") context.scrollRows(to.row - from.row);
  if (extend && from.row !== HEADER_ROW)
    context.extendTo({ ...to, row: viewRow(Math.max(0, to.row)) });
  else context.goTo(to);
  return true;
}
