/** For what is of no hurry: resolves when the page has nothing else to do, after `latestMs` at the latest. */
export function whenIdle(latestMs = 2_000): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) {
      window.requestIdleCallback(() => resolve(), { timeout: latestMs });
    } else setTimeout(resolve, Math.min(latestMs, 200));
  });
}
