import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText } from "./decimalText.ts";
import { readMantissa } from "./readMantissa.ts";
import { MAX_SCALE } from "./table.ts";
import { encodeText } from "./wtf8.ts";

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The definition of a decimal segment's numbers, in the slowest and plainest way. */
function isKept(text: string): boolean {
  if (!PLAIN.test(text)) return false;
  const units = BigInt(text.replace(".", ""));
  const size = units < 0n ? -units : units;
  if (size > BigInt(Number.MAX_SAFE_INTEGER) || (size === 0n && text.startsWith("-"))) return false;
  return (text.split(".")[1] ?? "").length <= MAX_SCALE;
}

test("keeps exactly the numbers that come back digit for digit", () => {
  const numberLike = fc.string({
    unit: fc.constantFrom(..."00123456789-.e".split("")),
    maxLength: 12,
  });
  const long = fc
    .tuple(fc.stringMatching(/^-?(0|[1-9][0-9]{0,17})$/), fc.stringMatching(/^(\.[0-9]{0,24})?$/))
    .map(([whole, fraction]) => whole + fraction);
  const edge = fc.bigInt({ min: 2n ** 53n - 20n, max: 2n ** 53n + 20n }).map(String);
  fc.assert(
    fc.property(fc.oneof(numberLike, long, edge), (text) => {
      const read = { mantissa: 0, scale: 0, whole: 0 };
      const bytes = encodeText(`9${text}9`);
      expect(readMantissa(bytes, 1, bytes.length - 1, read)).toBe(isKept(text));
      if (isKept(text)) expect(decimalText(read.mantissa, read.scale)).toBe(text);
    }),
    { numRuns: 5000 },
  );
});
