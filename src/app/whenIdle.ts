/** Does something of no hurry when the page has nothing else to do, after two seconds at the latest. */
export function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(task, { timeout: 2_000 });
  else setTimeout(task, 200);
}
