/**
 * Patience for what can neither be cancelled nor is sure to end, such as a script that is fetched:
 * undefined when it takes longer. What it rejects with is rejected with here.
 */

export function inTime<T>(promise: Promise<T>, seconds: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), seconds * 1_000);
    promise.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
