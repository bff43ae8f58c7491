/**
 * Sets of characters for patterns: sorted, separate ranges of code points, both ends included,
 * flat as [low, high, low, high…]. `foldSet` makes a set fit texts that were lower-cased first: a
 * character is in it when any of its cases was.
 */

export type CodePointSet = readonly number[];

export const LAST_CODE_POINT = 0x10ffff;

export const DIGITS: CodePointSet = [0x30, 0x39];
export const WORD: CodePointSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
/** The white space of regular expressions. */
export const SPACE: CodePointSet = [
  0x09, 0x0d, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f,
  0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff,
];
/** What `.` does not fit. */
export const LINE_BREAKS: CodePointSet = [0x0a, 0x0a, 0x0d, 0x0d, 0x2028, 0x2029];

export function hasCodePoint(set: CodePointSet, point: number): boolean {
  for (let i = 0; i < set.length; i += 2) {
    if (point >= set[i]! && point <= set[i + 1]!) return true;
  }
  return false;
}

/** One set of ranges in any order, overlapping or not. */
export function joinRanges(ranges: readonly number[]): CodePointSet {
  const pairs: [number, number][] = [];
  for (let i = 0; i < ranges.length; i += 2) pairs.push([ranges[i]!, ranges[i + 1]!]);
  pairs.sort((a, b) => a[0] - b[0]);
  const joined: number[] = [];
  for (const [low, high] of pairs) {
    const last = joined.length - 1;
    if (last > 0 && low <= joined[last]! + 1) joined[last] = Math.max(joined[last]!, high);
    else joined.push(low, high);
  }
  return joined;
}

export function negateSet(set: CodePointSet): CodePointSet {
  const others: number[] = [];
  let next = 0;
  for (let i = 0; i < set.length; i += 2) {
    if (set[i]! > next) others.push(next, set[i]! - 1);
    next = set[i + 1]! + 1;
  }
  if (next <= LAST_CODE_POINT) others.push(next, LAST_CODE_POINT);
  return others;
}

/** The set with the lower case of each of its characters added. */
export function foldSet(set: CodePointSet): CodePointSet {
  const ranges = [...set];
  for (let i = 0; i < set.length; i += 2) {
    const low = Math.max(set[i]!, 0x41);
    const high = Math.min(set[i + 1]!, 0x5a);
    if (low <= high) ranges.push(low + 0x20, high + 0x20);
    if (set[i + 1]! < 0x80) continue;
    for (const [upper, lower] of upperCases()) {
      if (upper >= set[i]! && upper <= set[i + 1]!) ranges.push(lower, lower);
    }
  }
  return joinRanges(ranges);
}

let knownUpperCases: readonly (readonly [number, number])[] | undefined;

/** Characters beyond ASCII whose lower case is one other character, with it. */
function upperCases(): readonly (readonly [number, number])[] {
  if (knownUpperCases !== undefined) return knownUpperCases;
  const pairs: (readonly [number, number])[] = [];
  for (let point = 0x80; point < 0x20000; point += 1) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const lower = String.fromCodePoint(point).toLowerCase();
    const lowerPoint = lower.codePointAt(0)!;
    if (lowerPoint !== point && lower.length === (lowerPoint > 0xffff ? 2 : 1)) {
      pairs.push([point, lowerPoint]);
    }
  }
  knownUpperCases = pairs;
  return pairs;
}
