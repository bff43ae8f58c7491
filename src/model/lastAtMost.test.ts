import fc from "fast-check";
import { expect, test } from "vitest";
import { lastAtMost } from "./lastAtMost.ts";

const rising = fc.array(fc.nat(40)).map((numbers) => numbers.toSorted((a, b) => a - b));

test("the last number at most a limit, as a look at each finds it", () => {
  fc.assert(
    fc.property(rising, fc.integer({ min: -1, max: 41 }), fc.nat(30), (numbers, limit, most) => {
      const count = Math.min(most, numbers.length);
      const some = numbers.slice(0, count);
      const found = some.findLastIndex((number) => number <= limit);
      expect(lastAtMost(numbers, limit, count)).toBe(found);
      expect(lastAtMost(some, limit)).toBe(found);
      expect(lastAtMost(Uint32Array.from(some), limit)).toBe(found);
    }),
  );
});
