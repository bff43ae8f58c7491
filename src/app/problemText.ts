/** Why a filter can't be applied, in a sentence. It may hold what was typed or what a link says. */

import type { FilterProblem } from "../model/filterProblem.ts";
import { filterWords } from "../words/en/filter.ts";
import { inSentence } from "./inSentence.ts";

export function problemText({ code, of = "", lacks = "" }: FilterProblem): string {
  return inSentence(filterWords.problems[code](of, lacks));
}
