/** What a view is, for whoever opens or shares a link. */

import { area } from "../area.ts";
import { counted } from "../figures.ts";

export const viewWords = area("view", {
  /** Each goes on after what is opened, with a comma between two of them. */
  filters: (count: number) => `with ${counted(count, "filter")}`,
  search: (text: string) => `searched for "${text}"`,
  sort: (columns: string) => `sorted by ${columns}`,
  groups: (columns: string) => `grouped by ${columns}`,
  columns: (count: number) => `showing ${counted(count, "column")}`,
  notUnderstood: (count: number, parts: string) =>
    `${counted(count, "part")} of this link ${count === 1 ? "was" : "were"} not understood: ${parts}`,
  newerLink:
    "This link was made by a newer version of Billscope. Reload the page to get it; until then the report is shown without the link’s view.",
  cutLink: "This link was cut short on its way: it may have said more. Ask for it again by e-mail.",
});
