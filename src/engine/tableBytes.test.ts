import { expect, test } from "vitest";
import { tableBytes } from "./tableBytes.ts";
import { tableOf } from "./testing/buildTable.ts";

const ROWS = 100_000;
const MANTISSA = 8;
/** Its place in the segment and its code. */
const EXCEPTION = 2 + 4;

const bytesOf = (cell: (row: number) => unknown) =>
  tableBytes(
    tableOf(
      ["Cost"],
      Array.from({ length: ROWS }, (_, row) => [cell(row)]),
    ),
  );

const amount = (row: number) => `${row % 9_973}.5`;

test("numbers with blank cells among them are counted with what they take", () => {
  const full = bytesOf(amount);
  expect(full).toBeGreaterThanOrEqual(ROWS * MANTISSA);
  expect(full).toBeLessThan(ROWS * MANTISSA + 1_000);
  const blanks = ROWS / 2;
  const half = bytesOf((row) => (row < 100 || row % 2 === 0 ? amount(row) : ""));
  expect(half - full).toBeGreaterThan((blanks - 100) * EXCEPTION - 1_000);
  expect(half - full).toBeLessThan(blanks * EXCEPTION + 1_000);
});

test("repeated texts take a code, others their bytes", () => {
  expect(bytesOf((row) => ["EUR", "USD"][row % 2])).toBeLessThan(ROWS + 1_000);
  const long = bytesOf((row) => `${row} ${"x".repeat(100)}`);
  expect(long).toBeGreaterThan(ROWS * 100);
  expect(long).toBeLessThan(ROWS * 115);
});
