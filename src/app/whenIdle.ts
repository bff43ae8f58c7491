/**
 * For what is of no hurry: resolves when the page has nothing else to do, after `latestMs` at the
 * latest. Safari can't tell: there it is a tenth of that, about what other browsers take.
 */
export function whenIdle(latestMs = 2_000): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) {
      window.requestIdleCallback(() => resolve(), { timeout: latestMs });
    } else setTimeout(resolve, latestMs / 10);
  });
}
