/**
 * An abort signal with two causes: another signal, or time. (`AbortSignal.any` is younger than the
 * browsers we serve.) Tells which it was, for a cancelled request is no error and a late one is.
 */

export interface Deadline {
  readonly signal: AbortSignal;
  /** It was time that aborted it. */
  readonly passed: boolean;
  /** What was waited for came in time; from now on only the other signal counts. */
  readonly met: () => void;
  /** Aborts, and lets go of the other signal. */
  readonly close: () => void;
}

export function startDeadline(signal: AbortSignal, milliseconds: number): Deadline {
  const controller = new AbortController();
  let passed = false;
  const timer = setTimeout(() => {
    passed = true;
    close();
  }, milliseconds);
  const close = (): void => {
    clearTimeout(timer);
    signal.removeEventListener("abort", close);
    controller.abort();
  };
  if (signal.aborted) close();
  else signal.addEventListener("abort", close);
  return {
    signal: controller.signal,
    get passed() {
      return passed;
    },
    met: () => clearTimeout(timer),
    close,
  };
}
