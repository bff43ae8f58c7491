/**
 * Patience by the page's own clock: seconds count only as they are lived through, one for each tick,
 * so neither a laptop that slept nor a tab that the browser froze or slowed down makes anybody else
 * look late. The worker gets its ticks only while the page gets its own.
 */

/** Calls `act` at each tick until the returned function is called. */
export function eachSecondAwake(act: () => void): () => void {
  const timer = setInterval(act, 1_000);
  return () => clearInterval(timer);
}

/** Calls `act` once, after this many seconds; not if the returned function was called before. */
export function afterSecondsAwake(seconds: number, act: () => void): () => void {
  let left = seconds;
  const stop = eachSecondAwake(() => {
    left -= 1;
    if (left > 0) return;
    stop();
    act();
  });
  return stop;
}
