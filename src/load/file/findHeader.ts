/**
 * Which line of a table holds the column names: the first that is as wide as most lines and mostly
 * filled. Reports of older kinds have a title line above it.
 */

/** The column names are looked for in these. */
const HEADER_LINES = 40;

type Lines = readonly (readonly string[])[];

/** From 1. */
export function findHeader(lines: Lines): number {
  const usual = usualWidth(lines.filter(hasText));
  const found = lines.slice(0, HEADER_LINES).findIndex((cells) => {
    const filled = cells.filter((cell) => cell.trim() !== "").length;
    return cells.length >= usual && filled > cells.length / 2;
  });
  if (found >= 0) return found + 1;
  return Math.max(0, lines.findIndex(hasText)) + 1;
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

function hasText(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== "");
}
