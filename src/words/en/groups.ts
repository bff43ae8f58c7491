/** What rows are grouped by. */

import { area } from "../area.ts";

export const groupWords = area("groups", {
  name: "Groups",
  by: "Grouped by",
  outwards: (column: string) => `Move outwards: ${column}`,
  first: (column: string) => `Group by ${column} first`,
  remove: (column: string) => `Do not group by ${column}`,
  soFar: "counts and subtotals so far",
  order: "Order of groups",
  asSorted: "As sorted",
  mostRows: "Most rows first",
  fewestRows: "Fewest rows first",
  onlyThis: "Only this group",
  foldAll: "Fold all",
  unfoldAll: "Unfold all",
});
