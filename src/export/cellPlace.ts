/** Places of a sheet as formulas name them. */

/** 0-based; A … Z, AA … */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** From the first row (1-based) to the last. */
export function cellRange(
  firstColumn: number,
  firstRow: number,
  lastColumn: number,
  lastRow: number,
): string {
  return `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
}
