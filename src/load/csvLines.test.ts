import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvLines } from "./csvLines.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function read(bytes: Uint8Array, size = bytes.length): CsvLines {
  const lines = new CsvLines();
  for (let at = 0; at < bytes.length; at += size) lines.push(bytes.subarray(at, at + size));
  return lines;
}

const cell = fc.string({
  unit: fc.constantFrom("a", '"', "\n", "\r\n", ",", ";", " ", "é"),
  maxLength: 6,
});
const written = (text: string) =>
  /["\r\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

test("lines are counted in any pieces, whatever their cells hold; one cut within quotes is open", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.integer({ min: 1, max: 7 }),
      (rows, end, isEnded, size) => {
        const lines = rows.map((cells) => cells.map(written).join(","));
        const text = lines.join(end) + (isEnded && rows.length > 0 ? end : "");
        const found = read(encode(`\ufeff${text}`), size);
        expect(found.isOpen).toBe(false);
        if (rows.length > 0) expect(found.count).toBe(rows.length);
        expect(read(encode(`${text}\n"half a c`), size).isOpen).toBe(true);
      },
    ),
  );
});

test("a quote within a cell opens nothing", () => {
  const found = read(encode('disk 3.5",x\ny,z\n'));
  expect([found.count, found.isOpen]).toEqual([2, false]);
});
