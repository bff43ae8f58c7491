/** Sentences that come from below the page, where only English is known: passed on as they are. */

import { area } from "../area.ts";

export const lowerWords = area("lower", {
  /** `said` is a sentence about what an export altered, as the file says it to others. */
  told: (said: string) => said,
});
