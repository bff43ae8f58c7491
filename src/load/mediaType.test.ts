import { expect, test } from "vitest";
import { mediaTypeOf } from "./mediaType.ts";

const KEY = "1180$canary-5f3a90c7e1";

test.each([
  ["Application/JSON; charset=utf-8", "application/json"],
  ["", ""],
  ["text/x-other", "text/x-other"],
  [KEY, "?"],
  [`text/x-${KEY.slice(5).toUpperCase()}`, "?"],
  ["text/x-canary", "?"],
  [`a/${"b".repeat(7_000)}`, "?"],
  ["<img src=x onerror=alert(1)>", "?"],
  ["a/b\u00adc", "?"],
])("%s is %s", (header, type) => {
  expect(mediaTypeOf(new Headers({ "Content-Type": header }), KEY)).toBe(type);
});

test("a type that is known stays, whatever the key is like", () => {
  const headers = new Headers({ "Content-Type": "application/json" });
  expect(mediaTypeOf(headers, "1180$application")).toBe("application/json");
});
