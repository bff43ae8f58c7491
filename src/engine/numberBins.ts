/**
 * Edges of bins for numbers: equal steps with short figures, at most 40, from the least number to
 * the greatest. Whole numbers times 10^-scale, so that every number of at most that many digits
 * after the point is in exactly one bin, edge to edge. Pure.
 */

/** Bin b holds the numbers `start + b × step` up to, not including, `start + (b + 1) × step`. */
export interface NumberBins {
  readonly start: bigint;
  readonly step: bigint;
  readonly count: number;
  readonly scale: number;
}

export const MOST_BINS = 40;

/** Each at most 5/3 of the one before: so a long span has at least 24 bins. */
const STEPS = [10n, 15n, 20n, 25n, 40n, 60n];

/** `least` ≤ `most`, both times 10^-scale. */
export function numberBins(least: bigint, most: bigint, scale: number): NumberBins {
  for (let power = 1n; ; power *= 10n) {
    for (const tenths of STEPS) {
      // Tenths of a unit are no step.
      if ((tenths * power) % 10n !== 0n) continue;
      const step = (tenths * power) / 10n;
      const start = floorTo(least, step);
      const count = Number((most - start) / step) + 1;
      if (count <= MOST_BINS) return { start, step, count, scale };
    }
  }
}

function floorTo(value: bigint, step: bigint): bigint {
  const rest = value % step;
  return value - (rest < 0n ? rest + step : rest);
}
