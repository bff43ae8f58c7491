import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact } from "./redact.ts";

const KEY = "1180$canary-5f3a90c7e1";

describe("the key", () => {
  test.each([
    ["whole", `Bad token ${KEY}!`, "Bad token [key]!"],
    ["its beginning", "Bad permanent token: 1180$can", "Bad permanent token: [key]"],
    ["its end, in capitals", "…5F3A90C7E1 is unknown", "…[key] is unknown"],
    ["two pieces", "from canary to 90c7e1", "from [key] to [key]"],
    ["URL-encoded", `at ?key=${encodeURIComponent(KEY)}&x`, "at ?key=[key]&x"],
    ["base64", `Basic ${btoa(KEY)}`, "Basic [key]"],
    ["split by invisible characters", "ca\u200bna\u00adry-5\u202ef3a", "[key]"],
  ])("%s is hidden", (_, text, safe) => {
    expect(redact(text, KEY).replace(/=+$/, "")).toBe(safe);
  });

  test("base64 of the whole header is hidden but for the word before the key", () => {
    const safe = redact(btoa(`apikey ${KEY}`), KEY);
    expect(safe.replace("[key]", "").length).toBeLessThanOrEqual(btoa("apikey ").length + 2);
  });

  test("no piece of six characters survives, wherever it stands", () => {
    const key = fc.stringMatching(/^[0-9]{1,5}\$[!-~]{8,40}$/);
    const around = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(
        key,
        around,
        around,
        fc.nat(40),
        fc.nat(40),
        (key, before, after, from, length) => {
          const piece = key.slice(from, from + 6 + length);
          const safe = redact(before + piece + after, key)
            .replaceAll("[key]", "\0")
            .toLowerCase();
          for (let at = 0; at + 6 <= key.length; at++) {
            expect(safe).not.toContain(key.slice(at, at + 6).toLowerCase());
          }
        },
      ),
    );
  });

  test("a short key is hidden whole", () => {
    expect(redact("token abc, abcd", "abc")).toBe("token [key], [key]d");
  });
});

describe("display", () => {
  test.each([
    ["plain text stays", "Failed to render report: no data", "Failed to render report: no data"],
    ["markup stays text", "<b>bold</b>", "<b>bold</b>"],
    ["line breaks and controls are spaces", " a\r\n\tb\u0000\u0085c\u2028d ", "a b c d"],
    ["direction marks go", "a\u202e\u2066b\u200f", "ab"],
    ["lone surrogates go", "a\ud800b", "ab"],
  ])("%s", (_, text, safe) => {
    expect(redact(text, KEY)).toBe(safe);
  });

  test("long text is cut between characters", () => {
    const safe = redact("😀".repeat(400), KEY);
    expect(Array.from(safe)).toHaveLength(301);
    expect(safe.endsWith("😀…")).toBe(true);
  });
});
