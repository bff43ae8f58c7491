/**
 * A rest of the reader once the first rows are told. Two processors are shared by the page, the
 * browser, the network and the reader: while the page draws the first rows, rows that nobody sees can
 * wait in the connection. It ends with the first question about the report, which the page asks when
 * it has drawn, or after a time that is of no account where it matters.
 */

import type { Turn } from "../../model/turn.ts";

const REST_MS = 50;

export interface Rest {
  begin(): void;
  end(): void;
  /** The same turn, which also rests. */
  within(turn: Turn): Turn;
}

export function createRest(restMs: number = REST_MS): Rest {
  let resting: Promise<void> | undefined;
  let end: (() => void) | undefined;
  return {
    begin: () => {
      resting = new Promise((resolve) => {
        const timer = setTimeout(() => end?.(), restMs);
        end = () => {
          clearTimeout(timer);
          resting = undefined;
          resolve();
        };
      });
    },
    end: () => end?.(),
    within: (turn) => ({
      due: () => resting !== undefined || turn.due(),
      next: async () => {
        await resting;
        await turn.next();
      },
    }),
  };
}
