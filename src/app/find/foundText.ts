/** How many matches there are, and which of them the active cell is. */

import type { FoundCells } from "../../model/found.ts";
import { findWords } from "../../words/en/find.ts";

/** `isAt`: the active cell is the match that was gone to. `soFar`: rows are missing. */
export function foundText(
  { count, folded, hit }: FoundCells,
  isAt: boolean,
  soFar: boolean,
): string {
  const isFolded = folded > 0;
  let text = isFolded ? findWords.noneInSight : findWords.none;
  if (count > 0) text = findWords.matches(count);
  if (isAt && hit !== undefined) text = findWords.at(hit.number, count);
  if (soFar) text = findWords.soFar(text);
  return isFolded ? findWords.folded(text, folded) : text;
}
