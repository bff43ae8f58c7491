/**
 * Position of the last of the first `count` numbers that is at most `limit`; -1 where none is. The
 * numbers rise.
 */
export function lastAtMost(
  numbers: ArrayLike<number>,
  limit: number,
  count = numbers.length,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
