/**
 * Which line of a table holds the column names: the first that is as wide as most lines and mostly
 * filled. Reports of older kinds have a title line above it. Where that line has values in it, the rows
 * may be longer than their names: then it's the first above it that is words alone.
 */

/** The column names are looked for in these. */
const HEADER_LINES = 40;

type Lines = readonly (readonly string[])[];

/** From 1. */
export function findHeader(lines: Lines): number {
  const usual = usualWidth(lines.filter(hasText));
  const head = lines.slice(0, HEADER_LINES);
  const found = head.findIndex(
    (cells) => cells.length >= usual && filledOf(cells) > cells.length / 2,
  );
  if (found < 0) return Math.max(0, lines.findIndex(hasText)) + 1;
  const names = head[found]!.some(isValue)
    ? head.findIndex((cells) => filledOf(cells) > usual / 2 && !cells.some(isValue))
    : -1;
  return (names >= 0 && names < found ? names : found) + 1;
}

/** The number of cells most lines have; of two, the larger. */
export function usualWidth(lines: Lines): number {
  const counts = new Map<number, number>();
  for (const { length } of lines) counts.set(length, (counts.get(length) ?? 0) + 1);
  let usual = 1;
  for (const [width, count] of counts) {
    const most = counts.get(usual) ?? 0;
    if (count > most || (count === most && width > usual)) usual = width;
  }
  return usual;
}

function filledOf(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}

/** A number, a date: names of columns may be such, too, but not where there are words above them. */
function isValue(cell: string): boolean {
  return /^[+-]?\d[\d.,:/ -]*$/.test(cell);
}

function hasText(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== "");
}
