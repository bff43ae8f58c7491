/** One row in full. */

import { area } from "../area.ts";
import { countText } from "../figures.ts";

export const rowWords = area("row", {
  ofReport: (row: string) => `Row ${row} of the report`,
  ofShown: (row: number, of: number) => `Row ${countText(row)} of ${countText(of)}`,
  values: "Values of the row",
  cannotRead: "The row can’t be read.",
  previous: "Previous row",
  next: "Next row",
  copy: "Copy row",
});
