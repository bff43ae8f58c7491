/** Letters that are drawn at double width: those of East Asia, and what is written by two surrogates. */

/** First and last of each range, as "Wide" and "Fullwidth" in Unicode's East Asian Width. */
const WIDE = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x10000, 0x10ffff],
] as const;

export function isWide(point: number): boolean {
  return WIDE.some(([first, last]) => point >= first && point <= last);
}
