/** Before a report is here, and when nothing can be shown at all. */

import { area } from "../area.ts";

export const startWords = area("start", {
  opening: "Opening…",
  addressHolds:
    "The address of this page still holds the report id and the view. After a reload you enter the key again.",
  reload: "Reload",
});
