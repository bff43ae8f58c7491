/**
 * `matches`: the pattern's machine run over bytes where a text is ASCII, over its characters where
 * it isn't. One step per character, whatever the pattern.
 */

import type { Pattern } from "../model/pattern.ts";
import type { CellTest } from "./cellTest.ts";
import { decodeText } from "./wtf8.ts";

export function patternTest(pattern: Pattern): CellTest {
  return {
    numbers: "asTexts",
    texts: (bytes, offsets, from, to, fits) => {
      for (let i = from; i < to; i += 1) {
        const start = offsets[i]!;
        const end = offsets[i + 1]!;
        const isFit = isAscii(bytes, start, end)
          ? pattern.testAscii(bytes, start, end)
          : pattern.test(decodeText(bytes, start, end));
        fits[i - from] = isFit ? 1 : 0;
      }
    },
  };
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  let bits = 0;
  for (let at = start; at < end; at += 1) bits |= bytes[at]!;
  return bits < 0x80;
}
