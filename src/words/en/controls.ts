/** What dialogs, menus and fields say by themselves. */

import { area } from "../area.ts";

export const controlWords = area("controls", {
  close: "Close",
  cancel: "Cancel",
  notAReportId: "This is not a report id. It looks like {id}.",
});
