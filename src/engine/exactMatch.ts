/**
 * `is` and blank: the exact text, byte by byte, whatever the cell's kind; the empty text is what
 * blank cells have. Numbers stored as numbers are compared as mantissa and scale, without
 * writing them out: a text that isn't written the plain way is none of theirs.
 */

import type { CellTest } from "./cellTest.ts";
import type { DecimalSegment } from "./table.ts";
import { encodeText } from "./wtf8.ts";

export function blankTest(): CellTest {
  return {
    numbers: "none",
    texts: (_, offsets, from, to, fits) => {
      for (let i = from; i < to; i += 1) fits[i - from] = offsets[i] === offsets[i + 1] ? 1 : 0;
    },
  };
}

export function isTest(values: readonly string[]): CellTest {
  const byLength: (Uint8Array[] | undefined)[] = [];
  for (const value of new Set(values)) {
    const bytes = encodeText(value);
    (byLength[bytes.length] ??= []).push(bytes);
  }
  const numbers = values.map(plainNumber).filter((number) => number !== undefined);
  return {
    numbers: numbers.length === 0 ? "none" : numbersTest(numbers),
    texts: (bytes, offsets, from, to, fits) => {
      let start = offsets[from]!;
      for (let i = from; i < to; i += 1) {
        const end = offsets[i + 1]!;
        const candidates = byLength[end - start];
        fits[i - from] =
          candidates !== undefined && candidates.some((value) => isAt(bytes, start, value)) ? 1 : 0;
        start = end;
      }
    },
  };
}

function isAt(bytes: Uint8Array, start: number, value: Uint8Array): boolean {
  // From the end: ids and names differ there more often.
  for (let i = value.length - 1; i >= 0; i -= 1) {
    if (bytes[start + i] !== value[i]) return false;
  }
  return true;
}

interface PlainNumber {
  readonly mantissa: number;
  readonly scale: number;
}

function plainNumber(text: string): PlainNumber | undefined {
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = "", fraction = ""] = parts;
  const size = Number(whole + fraction);
  if (!Number.isSafeInteger(size) || (sign === "-" && size === 0)) return undefined;
  return { mantissa: sign === "-" ? -size : size, scale: fraction.length };
}

function numbersTest(numbers: readonly PlainNumber[]): CellTest["numbers"] {
  const byScale: (Set<number> | undefined)[] = [];
  for (const { mantissa, scale } of numbers) (byScale[scale] ??= new Set()).add(mantissa);
  return ({ mantissas, scales, scale }: DecimalSegment, from, to, fits) => {
    const inAll = byScale[scale];
    for (let row = from; row < to; row += 1) {
      const fitting = scales === undefined ? inAll : byScale[scales[row]!];
      fits[row - from] = fitting !== undefined && fitting.has(mantissas[row]!) ? 1 : 0;
    }
  };
}
