import { describe, expect, test } from "vitest";

import type { KeyPress } from "./keyCommand.ts";
import { keyCommand } from "./keyCommand.ts";

/** `press("Ctrl+Shift+c")`. */
function press(keys: string): KeyPress {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: key === "Space" ? " " : key,
    ctrlKey: has("Ctrl"),
    metaKey: has("Meta"),
    shiftKey: has("Shift"),
    altKey: has("Alt"),
  };
}

const inRows = (keys: string) => keyCommand(press(keys), false)?.command;
const inHeader = (keys: string) => keyCommand(press(keys), true)?.command;

describe("moving", () => {
  test.each([
    ["ArrowLeft", "left"],
    ["ArrowRight", "right"],
    ["ArrowUp", "up"],
    ["ArrowDown", "down"],
    ["PageUp", "pageUp"],
    ["PageDown", "pageDown"],
    ["Home", "rowStart"],
    ["End", "rowEnd"],
    ["Ctrl+Home", "gridStart"],
    ["Ctrl+End", "gridEnd"],
    ["Meta+End", "gridEnd"],
    ["Ctrl+ArrowUp", "columnStart"],
    ["Ctrl+ArrowDown", "columnEnd"],
  ])("%s goes %s, with Shift it extends", (keys, move) => {
    expect(inRows(keys)).toEqual({ type: "move", move, extend: false });
    expect(inRows(`Shift+${keys}`)).toEqual({ type: "move", move, extend: true });
  });
});

describe("columns", () => {
  test("Enter and Space on a header sort, Shift+Enter adds", () => {
    expect(inHeader("Enter")).toEqual({ type: "sort", add: false });
    expect(inHeader("Space")).toEqual({ type: "sort", add: false });
    expect(inHeader("Shift+Enter")).toEqual({ type: "sort", add: true });
    expect(inRows("Enter")).toEqual({ type: "activate" });
  });

  test("Alt+Down on a header and F2 anywhere open the column menu", () => {
    expect(inHeader("Alt+ArrowDown")).toEqual({ type: "columnMenu" });
    expect(inHeader("F2")).toEqual({ type: "columnMenu" });
    expect(inRows("Alt+ArrowDown")).toBeUndefined();
  });

  test("Alt+Shift+arrows move and size the column", () => {
    expect(inRows("Alt+Shift+ArrowLeft")).toEqual({ type: "moveColumn", by: -1 });
    expect(inHeader("Alt+Shift+ArrowRight")).toEqual({ type: "moveColumn", by: 1 });
    expect(inRows("Shift+Alt+ArrowUp")).toEqual({ type: "resizeColumn", by: -1 });
    expect(inHeader("Shift+Alt+ArrowDown")).toEqual({ type: "resizeColumn", by: 1 });
  });
});

describe("selecting", () => {
  test.each([
    ["Ctrl+a", "selectAll"],
    ["Meta+a", "selectAll"],
    ["Ctrl+Space", "selectColumn"],
    ["Shift+Space", "selectRow"],
    ["Escape", "selectNothing"],
  ])("%s: %s", (keys, type) => {
    expect(inRows(keys)).toEqual({ type });
  });
});

describe("the app's keys", () => {
  test.each([
    ["Space", { type: "rowDetail" }],
    ["/", { type: "search" }],
    ["f", { type: "filterColumn" }],
    ["=", { type: "filterToValue" }],
    ["Shift+!", { type: "excludeValue" }],
    ["-", { type: "hideColumn" }],
    ["Shift+?", { type: "help" }],
    ["Ctrl+c", { type: "copy", headers: false }],
    ["Ctrl+Shift+C", { type: "copy", headers: true }],
    ["Ctrl+f", { type: "find" }],
    ["F3", { type: "findNext" }],
    ["Shift+F3", { type: "findPrevious" }],
    ["Ctrl+s", { type: "exportMenu" }],
    ["Ctrl+Shift+L", { type: "copyLink" }],
  ])("%s", (keys, command) => {
    expect(keyCommand(press(keys), false)).toEqual({ owner: "app", command });
  });
});

test("every other key is the browser's", () => {
  const others = ["Tab", "Shift+Tab", "a", "Ctrl+r", "Alt+ArrowLeft", "Ctrl+Shift+f", "F5"];
  for (const keys of [...others, "constructor", "Ctrl+constructor"]) {
    expect(inRows(keys)).toBeUndefined();
  }
});
