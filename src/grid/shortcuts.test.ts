import { expect, test } from "vitest";
import { keyCommand } from "./keyCommand.ts";
import { pressOf, SHORTCUTS } from "./shortcuts.ts";

const all = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);

/** Named by the key table, but nothing happens yet. */
const WITHOUT_EFFECT = new Set(["findNext", "findPrevious"]);
/** Ctrl+F goes to the search, as `/` does. */
const SAME_AS: ReadonlyMap<string, string> = new Map([["find", "search"]]);

const commandOf = (keys: string, inHeader: boolean) => {
  const type = keyCommand(pressOf(keys), inHeader, true)?.command.type ?? "nothing";
  return SAME_AS.get(type) ?? type;
};

test("every line is true", () => {
  for (const { keys, command, inHeader = false } of all) {
    expect(keys.map((one) => commandOf(one, inHeader))).toEqual(keys.map(() => command));
  }
});

test("every key that does something is in the list", () => {
  const named = [..."abcdefghijklmnopqrstuvwxyz0123456789/=!-?.,;:*#".split(""), "Enter", "Escape"];
  const moves = ["Left", "Right", "Up", "Down"].map((way) => `Arrow${way}`);
  const others = ["Space", "Tab", "Home", "End", "PageUp", "PageDown", "F1", "F2", "F3", "Delete"];
  const modifiers = ["", "Ctrl+", "Shift+", "Alt+", "Ctrl+Shift+", "Alt+Shift+", "Ctrl+Alt+"];
  const listed = new Set<string>(all.map(({ command }) => command));
  const found = new Set<string>();
  for (const modifier of modifiers) {
    for (const key of [...named, ...moves, ...others]) {
      for (const inHeader of [false, true]) found.add(commandOf(`${modifier}${key}`, inHeader));
    }
  }
  found.delete("nothing");
  expect([...found].filter((type) => !listed.has(type) && !WITHOUT_EFFECT.has(type))).toEqual([]);
  expect([...listed].filter((type) => !found.has(type))).toEqual([]);
});
