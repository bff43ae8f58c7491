import { expect, test } from "vitest";
import type { Look } from "./lookStore.ts";
import { readerOrder } from "./readerOrder.ts";

const look = (order: Look["order"]): Look => ({
  theme: "system",
  rows: "compact",
  language: "browser",
  locale: "browser",
  order,
});

test.each([
  ["browser", undefined, "sv-SE", "sv"],
  ["browser", undefined, "en-US", undefined],
  ["browser", "da-DK", "sv-SE", "da"],
  ["browser", "de-DE", "sv-SE", undefined],
  ["everybody", "da-DK", "sv-SE", undefined],
  ["pl", "da-DK", "sv-SE", "pl"],
] as const)("chosen %s, the host's %s, the browser's %s: %s", (order, host, language, expected) => {
  expect(readerOrder(look(order), host, language)).toBe(expected);
});
