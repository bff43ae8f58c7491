/**
 * What a key press in the grid asks for. Pure: a key and where it was pressed go in, a command or
 * nothing comes out; nothing means the browser keeps the key. Move commands are the grid's own,
 * app commands are handed on. Ctrl stands for Ctrl and for the Mac's Command.
 */

/** What of a keyboard event matters. A `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type Move =
  | "left"
  | "right"
  | "up"
  | "down"
  | "pageUp"
  | "pageDown"
  | "rowStart"
  | "rowEnd"
  | "columnStart"
  | "columnEnd"
  | "gridStart"
  | "gridEnd";

export type GridCommand =
  | { readonly type: "move"; readonly move: Move; readonly extend: boolean }
  | { readonly type: "sort"; readonly add: boolean }
  | { readonly type: "columnMenu" }
  | { readonly type: "activate" }
  | { readonly type: "resizeColumn"; readonly by: -1 | 1 }
  | { readonly type: "moveColumn"; readonly by: -1 | 1 }
  | { readonly type: "selectAll" }
  | { readonly type: "selectColumn" }
  | { readonly type: "selectRow" }
  | { readonly type: "selectNothing" };

/** Keys the grid only names. */
export type AppCommand =
  | { readonly type: "rowDetail" }
  | { readonly type: "search" }
  | { readonly type: "filterColumn" }
  | { readonly type: "filterToValue" }
  | { readonly type: "excludeValue" }
  | { readonly type: "hideColumn" }
  | { readonly type: "copy"; readonly headers: boolean }
  | { readonly type: "find" }
  | { readonly type: "findNext" }
  | { readonly type: "findPrevious" }
  | { readonly type: "exportMenu" }
  | { readonly type: "copyLink" }
  | { readonly type: "help" };

export type KeyCommand =
  | { readonly owner: "grid"; readonly command: GridCommand }
  | { readonly owner: "app"; readonly command: AppCommand };

/** `inHeader`: the active cell is a header. */
export function keyCommand(press: KeyPress, inHeader: boolean): KeyCommand | undefined {
  const grid = gridCommand(press, inHeader);
  if (grid !== undefined) return { owner: "grid", command: grid };
  const app = appCommand(press);
  return app === undefined ? undefined : { owner: "app", command: app };
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  PageUp: "pageUp",
  PageDown: "pageDown",
  Home: "rowStart",
  End: "rowEnd",
};

const CTRL_MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: "rowStart",
  ArrowRight: "rowEnd",
  ArrowUp: "columnStart",
  ArrowDown: "columnEnd",
  Home: "gridStart",
  End: "gridEnd",
};

function gridCommand(press: KeyPress, inHeader: boolean): GridCommand | undefined {
  const { key, shiftKey: shift, altKey: alt } = press;
  const ctrl = press.ctrlKey || press.metaKey;
  if (alt) return ctrl ? undefined : altCommand(key, shift, inHeader);
  const moves = ctrl ? CTRL_MOVES : MOVES;
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (move !== undefined) return { type: "move", move, extend: shift };
  if (key === " ") {
    if (ctrl) return { type: "selectColumn" };
    if (shift) return { type: "selectRow" };
    return inHeader ? { type: "sort", add: false } : undefined;
  }
  if (ctrl) return !shift && key.toLowerCase() === "a" ? { type: "selectAll" } : undefined;
  if (key === "Enter") return inHeader ? { type: "sort", add: shift } : { type: "activate" };
  if (key === "F2") return { type: "columnMenu" };
  if (key === "Escape") return { type: "selectNothing" };
  return undefined;
}

function altCommand(key: string, shift: boolean, inHeader: boolean): GridCommand | undefined {
  if (!shift) return key === "ArrowDown" && inHeader ? { type: "columnMenu" } : undefined;
  switch (key) {
    case "ArrowLeft":
      return { type: "moveColumn", by: -1 };
    case "ArrowRight":
      return { type: "moveColumn", by: 1 };
    case "ArrowUp":
      return { type: "resizeColumn", by: -1 };
    case "ArrowDown":
      return { type: "resizeColumn", by: 1 };
    default:
      return undefined;
  }
}

function appCommand(press: KeyPress): AppCommand | undefined {
  const { key, shiftKey: shift, altKey: alt } = press;
  if (alt) return undefined;
  if (press.ctrlKey || press.metaKey) return ctrlCommand(key.toLowerCase(), shift);
  if (key === "F3") return shift ? { type: "findPrevious" } : { type: "findNext" };
  if (key === " ") return { type: "rowDetail" };
  return letterCommand(key);
}

function ctrlCommand(key: string, shift: boolean): AppCommand | undefined {
  if (key === "c") return { type: "copy", headers: shift };
  if (key === "f" && !shift) return { type: "find" };
  if (key === "s" && !shift) return { type: "exportMenu" };
  if (key === "l" && shift) return { type: "copyLink" };
  return undefined;
}

/** By the character typed, wherever a keyboard has it. */
function letterCommand(key: string): AppCommand | undefined {
  switch (key) {
    case "/":
      return { type: "search" };
    case "f":
      return { type: "filterColumn" };
    case "=":
      return { type: "filterToValue" };
    case "!":
      return { type: "excludeValue" };
    case "-":
      return { type: "hideColumn" };
    case "?":
      return { type: "help" };
    default:
      return undefined;
  }
}
