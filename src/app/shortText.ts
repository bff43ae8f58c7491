/** As much of a foreign text as names something: browsers take seconds to lay out megabytes. */

import { startOf } from "../model/startOf.ts";

const LONGEST = 500;

export function shortText(text: string): string {
  return text.length > LONGEST ? `${startOf(text, LONGEST)}…` : text;
}
