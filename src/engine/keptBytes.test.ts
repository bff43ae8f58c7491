import { expect, test } from "vitest";
import { createKeptBytes } from "./keptBytes.ts";

test("the least recently used go first, the newest stays", () => {
  const kept = createKeptBytes<Uint8Array>(
    () => 100,
    (thing) => thing.byteLength,
  );
  kept.keep("a", new Uint8Array(40));
  kept.keep("b", new Uint8Array(40));
  kept.get("a");
  kept.keep("c", new Uint8Array(40));
  expect([kept.get("a"), kept.get("b"), kept.get("c")].map((thing) => thing?.length)).toEqual([
    40,
    undefined,
    40,
  ]);
  kept.keep("d", new Uint8Array(500));
  expect(kept.get("a")).toBeUndefined();
  expect(kept.get("c")).toBeUndefined();
  expect(kept.get("d")).toHaveLength(500);
});
