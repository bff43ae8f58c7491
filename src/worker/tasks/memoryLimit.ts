/**
 * How many bytes of cells one report may take. A browser doesn't say how much memory a page may
 * have before it ends it, so the limit keeps well below what desktop browsers are known to give; where the
 * device says that it has little memory, a quarter of that.
 */

const GIB = 2 ** 30;
const MOST = 2 * GIB;
const LEAST = GIB / 2;

/** `deviceMemory` is what some browsers say: GiB, rounded. */
export function mostTableBytes(deviceMemory: unknown): number {
  if (typeof deviceMemory !== "number" || !(deviceMemory > 0)) return MOST;
  return Math.min(MOST, Math.max(LEAST, (deviceMemory * GIB) / 4));
}
