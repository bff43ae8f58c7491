import { expect, test } from "vitest";
import { keyCommand } from "./keyCommand.ts";
import { pressOf, SHORTCUTS } from "./shortcuts.ts";

const all = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);

const commandOf = (keys: string, inHeader: boolean) => {
  return keyCommand(pressOf(keys), inHeader)?.command.type ?? "nothing";
};

test("every key in the list does what its line says", () => {
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
  expect([...found].filter((type) => !listed.has(type))).toEqual([]);
  expect([...listed].filter((type) => !found.has(type))).toEqual([]);
});
