/** Before a report is here, and when nothing can be shown at all. */

import { area } from "../area.ts";

export const startWords = area("start", {
  opening: "Opening…",
  forget: "Forget key",
  addressHolds:
    "The address of this page still holds the report id and the view. After a reload you enter the key again.",
  workerUnloadable: {
    title: "A part of this app could not be loaded.",
    meaning: "The app may have been updated, or the connection is bad. Reload the page.",
  },
  configUnread: {
    title: "This site’s configuration can’t be read.",
    /** `mistakes` is for whoever set the site up, and in English. */
    meaning: (mistakes: string) =>
      `It says where a key may be sent, so none is asked for. Try again, or tell whoever runs this site: ${mistakes}`,
    again: "Try again",
  },
  internal: {
    title: "Something went wrong in this app.",
    meaning: (detail: string) => `This is our mistake, not yours. Details: ${detail}`,
  },
  reload: "Reload",
});
