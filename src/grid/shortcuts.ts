/**
 * The keys of the grid in words, for people to read. A test holds every line against `keyCommand`,
 * and every command of `keyCommand` against this list, so that it is complete and true.
 */

import type { AppCommand, GridCommand, KeyPress } from "./keyCommand.ts";

export interface Shortcut {
  /** As people write them: `Ctrl+Home`. Any of them does it. */
  readonly keys: readonly string[];
  readonly command: GridCommand["type"] | AppCommand["type"];
  readonly does: string;
  /** Only where the active cell is a header. */
  readonly inHeader?: boolean;
}

export interface ShortcutGroup {
  readonly name: string;
  readonly shortcuts: readonly Shortcut[];
}

export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    name: "Move",
    shortcuts: [
      {
        keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"],
        command: "move",
        does: "to the next cell; up from the first row is the header",
      },
      { keys: ["PageUp", "PageDown"], command: "move", does: "a screen up or down" },
      { keys: ["Home", "End"], command: "move", does: "to the row’s first or last cell" },
      {
        keys: ["Ctrl+Home", "Ctrl+End"],
        command: "move",
        does: "to the first or last cell of all",
      },
      {
        keys: ["Ctrl+ArrowUp", "Ctrl+ArrowDown"],
        command: "move",
        does: "to the column’s first or last row",
      },
      {
        keys: ["Ctrl+ArrowLeft", "Ctrl+ArrowRight"],
        command: "move",
        does: "to the row’s first or last cell",
      },
    ],
  },
  {
    name: "Select and copy",
    shortcuts: [
      { keys: ["Shift+ArrowDown"], command: "move", does: "select more, with any key that moves" },
      { keys: ["Ctrl+a"], command: "selectAll", does: "all cells" },
      { keys: ["Ctrl+Space"], command: "selectColumn", does: "the column" },
      { keys: ["Shift+Space"], command: "selectRow", does: "the row" },
      { keys: ["Escape"], command: "selectNothing", does: "nothing any more" },
      { keys: ["Ctrl+c"], command: "copy", does: "copy, exact to the last digit" },
      { keys: ["Ctrl+Shift+c"], command: "copy", does: "copy with the headers" },
    ],
  },
  {
    name: "Sort, filter, search",
    shortcuts: [
      { keys: ["Enter"], command: "sort", does: "sort by the column", inHeader: true },
      {
        keys: ["Shift+Enter"],
        command: "sort",
        does: "sort by the column as well",
        inHeader: true,
      },
      { keys: ["f"], command: "filterColumn", does: "filter the column" },
      { keys: ["="], command: "filterToValue", does: "only rows with this value, or this group" },
      { keys: ["!"], command: "excludeValue", does: "only rows without it" },
      { keys: ["/", "Ctrl+f"], command: "search", does: "search all columns" },
    ],
  },
  {
    name: "Columns",
    shortcuts: [
      { keys: ["F2"], command: "columnMenu", does: "the column’s menu" },
      { keys: ["Alt+ArrowDown"], command: "columnMenu", does: "the same", inHeader: true },
      {
        keys: ["Alt+Shift+ArrowLeft", "Alt+Shift+ArrowRight"],
        command: "moveColumn",
        does: "move the column",
      },
      {
        keys: ["Alt+Shift+ArrowUp", "Alt+Shift+ArrowDown"],
        command: "resizeColumn",
        does: "make it narrower or wider",
      },
      { keys: ["-"], command: "hideColumn", does: "hide it" },
    ],
  },
  {
    name: "Rows and groups",
    shortcuts: [
      { keys: ["Space"], command: "rowDetail", does: "the whole row, value by value" },
      { keys: ["Enter"], command: "activate", does: "fold or unfold a group" },
      {
        keys: ["ArrowLeft", "ArrowRight"],
        command: "move",
        does: "on a group’s value: fold, unfold",
      },
    ],
  },
  {
    name: "Export, share, help",
    shortcuts: [
      { keys: ["Ctrl+s"], command: "exportMenu", does: "export this view" },
      { keys: ["Ctrl+Shift+l"], command: "copyLink", does: "share this view" },
      { keys: ["?"], command: "help", does: "this list" },
    ],
  },
];

/** The press that a line writes. */
export function pressOf(keys: string): KeyPress {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  return {
    key: key === "Space" ? " " : key,
    ctrlKey: parts.includes("Ctrl"),
    metaKey: false,
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  };
}
