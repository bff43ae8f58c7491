/**
 * When to tell of progress: the first time at once, so that first rows are on screen as soon as
 * there are any, then at a pace that people can follow and the page can afford. Not again while it
 * draws what it was told first: a small report is whole by then.
 */

const GAPS_MS = [0, 300, 200];
/** All that is told of a column crosses each time: 2,000 columns are told twice a second. */
const MS_PER_COLUMN = 0.25;

export interface Pace {
  /** True when it is time; the next gap begins with that. */
  due(columns?: number): boolean;
}

export function createPace(now: () => number = () => performance.now()): Pace {
  let told = 0;
  let last = -Infinity;
  return {
    due: (columns = 0) => {
      const step = GAPS_MS[Math.min(told, GAPS_MS.length - 1)] ?? 0;
      const gap = told === 0 ? step : Math.max(step, columns * MS_PER_COLUMN);
      if (now() - last < gap) return false;
      last = now();
      told += 1;
      return true;
    },
  };
}
