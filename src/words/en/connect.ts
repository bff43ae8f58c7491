/** The first screen: key, report, file, samples. */

import { area } from "../area.ts";
import { counted } from "../figures.ts";

export const connectWords = area("connect", {
  form: "Open a report",
  lead: "Opens a Gcore report as a table: to the last digit, at any size.",
  mending: "This site’s configuration needs mending. Until then the defaults are used.",
  userName: "Gcore reseller key",
  key: "API key",
  keyHint:
    "In Gcore’s Admin Portal, under Profile. A key of the Customer Portal can’t read reports.",
  keyOptional: "Leave it empty to use the key that is in memory.",
  hide: "Hide",
  show: "Show",
  anyway: "Use it anyway",
  keyProblems: {
    empty: "An API key is needed. You find it in the Admin Portal, under Profile.",
    unsendable: "This is not a key: it has letters or signs that no key has. Copy it again, whole.",
    tooLong: "This is far too long for a key. Copy only the key.",
  },
  keyNotes: {
    cut: "This key looks cut off: it has nothing after the $ sign. In a terminal, put the key in single quotes before you copy it.",
    loginToken:
      "This is a login token that stops working after an hour; use it or paste an API key.",
  },
  reportId: "Report ID",
  reportHint: "The id, or any text or link that contains it.",
  open: "Open report",
  /** `view` is empty or goes on after the id: " with 2 filters". */
  offersReport: (view: string) =>
    `This link opens report {id}${view}. Enter your own API key to see it, or open the report’s file.`,
  /** `view` as above. */
  offersDamaged: (view: string) =>
    `The id in this link is damaged. The right one opens the report${view}.`,
  offersFile: (view: string) =>
    `This link shows a file${view}. The file itself is not in the link and was never stored: open it, or the same report, to see it so.`,
  openFile: "Open a file…",
  fileHint: "Drop a CSV, XLSX or JSON file anywhere. It stays in this browser and needs no key.",
  sample: "Try a sample report",
  otherSamples: "Other samples",
  samples: {
    month: () => `A month: ${counted(1_204, "row")}`,
    large: () => counted(100_000, "row"),
    million: () => counted(1_000_000, "row"),
    blocks: (): string => "An older report in blocks",
    awkward: (): string => "Awkward values",
  },
  promise:
    "The key stays in the memory of this tab and is sent to the report API, nowhere else. Closing the tab forgets it. The report never leaves your browser.",
  licences: "Licences",
  languageMissing: "This language could not be loaded. Reload the page.",
  notOneFile: "One file at a time: drop the file of one report.",
  isFolder: "This is a folder. Drop the file of a report.",
  dropped: "{drop} It stays in this browser.",
  dropToOpen: "Drop to open the file.",
});
