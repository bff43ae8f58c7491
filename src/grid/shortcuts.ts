/**
 * The keys of the grid for people to read, by the names of their words. A test holds every line against `keyCommand`,
 * and every command of `keyCommand` against this list, so that it is complete and true.
 */

import type { helpWords } from "../words/en/help.ts";
import type { AppCommand, GridCommand, KeyPress } from "./keyCommand.ts";

export interface Shortcut {
  /** As people write them: `Ctrl+Home`. Any of them does it. */
  readonly keys: readonly string[];
  readonly command: GridCommand["type"] | AppCommand["type"];
  readonly does: keyof typeof helpWords.does;
  /** Only where the active cell is a header. */
  readonly inHeader?: boolean;
}

export interface ShortcutGroup {
  readonly name: keyof typeof helpWords.groups;
  readonly shortcuts: readonly Shortcut[];
}

export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    name: "move",
    shortcuts: [
      {
        keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"],
        command: "move",
        does: "nextCell",
      },
      { keys: ["PageUp", "PageDown"], command: "move", does: "screen" },
      { keys: ["Home", "End"], command: "move", does: "rowEnds" },
      {
        keys: ["Ctrl+Home", "Ctrl+End"],
        command: "move",
        does: "allEnds",
      },
      {
        keys: ["Ctrl+ArrowUp", "Ctrl+ArrowDown"],
        command: "move",
        does: "columnEnds",
      },
      {
        keys: ["Ctrl+ArrowLeft", "Ctrl+ArrowRight"],
        command: "move",
        does: "rowEnds",
      },
    ],
  },
  {
    name: "select",
    shortcuts: [
      { keys: ["Shift+ArrowDown"], command: "move", does: "selectMore" },
      { keys: ["Ctrl+a"], command: "selectAll", does: "allCells" },
      { keys: ["Ctrl+Space"], command: "selectColumn", does: "column" },
      { keys: ["Shift+Space"], command: "selectRow", does: "row" },
      { keys: ["Escape"], command: "selectNothing", does: "nothing" },
      { keys: ["Ctrl+c"], command: "copy", does: "copy" },
      { keys: ["Ctrl+Shift+c"], command: "copy", does: "copyHeaders" },
    ],
  },
  {
    name: "find",
    shortcuts: [
      { keys: ["Enter", "Space"], command: "sort", does: "sort", inHeader: true },
      {
        keys: ["Shift+Enter"],
        command: "sort",
        does: "sortToo",
        inHeader: true,
      },
      { keys: ["f"], command: "filterColumn", does: "filter" },
      { keys: ["="], command: "filterToValue", does: "onlyValue" },
      { keys: ["!"], command: "excludeValue", does: "withoutValue" },
      { keys: ["/"], command: "search", does: "search" },
      { keys: ["Ctrl+f"], command: "find", does: "find" },
      { keys: ["F3"], command: "findNext", does: "findNext" },
      { keys: ["Shift+F3"], command: "findPrevious", does: "findPrevious" },
    ],
  },
  {
    name: "columns",
    shortcuts: [
      { keys: ["F2"], command: "columnMenu", does: "menu" },
      { keys: ["Alt+ArrowDown"], command: "columnMenu", does: "same", inHeader: true },
      {
        keys: ["Alt+Shift+ArrowLeft", "Alt+Shift+ArrowRight"],
        command: "moveColumn",
        does: "moveColumn",
      },
      {
        keys: ["Alt+Shift+ArrowUp", "Alt+Shift+ArrowDown"],
        command: "resizeColumn",
        does: "width",
      },
      { keys: ["-"], command: "hideColumn", does: "hide" },
    ],
  },
  {
    name: "rows",
    shortcuts: [
      { keys: ["Space"], command: "rowDetail", does: "wholeRow" },
      { keys: ["Enter"], command: "activate", does: "fold" },
      {
        keys: ["ArrowLeft", "ArrowRight"],
        command: "move",
        does: "foldSideways",
      },
    ],
  },
  {
    name: "share",
    shortcuts: [
      { keys: ["Ctrl+s"], command: "exportMenu", does: "export" },
      { keys: ["Ctrl+Shift+l"], command: "copyLink", does: "share" },
      { keys: ["?"], command: "help", does: "help" },
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
