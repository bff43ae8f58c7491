/** What can be done with columns. */

import { area } from "../area.ts";
import { countText } from "../figures.ts";

export const columnWords = area("columns", {
  menu: (column: string) => `Column menu: ${column}`,
  ascending: "Sort ascending",
  descending: "Sort descending",
  unsorted: "Do not sort",
  filter: "Filter…",
  group: "Group by this column",
  ungroup: "Do not group by this column",
  kind: "Kind…",
  select: "Select column",
  hide: "Hide column",
  fit: "Fit width",
  fitAll: "Fit all columns",
  moveLeft: "Move left",
  moveRight: "Move right",
  pinLeft: "Pin left",
  pinRight: "Pin right",
  unpin: "Unpin",
  pin: (column: string) => `Pin: ${column}`,
  pinned: {
    left: (column: string) => `Pinned left: ${column}`,
    right: (column: string) => `Pinned right: ${column}`,
  },
  title: "Columns",
  hidden: (count: number) => `${count} hidden`,
  allHidden: (all: number) =>
    all === 1 ? "The only column is hidden." : `All ${countText(all)} columns are hidden.`,
  find: "Find a column",
  noMatch: "No column has this in its name.",
  firstListed: (listed: number, all: number) =>
    `The first ${countText(listed)} of ${countText(all)} are listed.`,
  shown: (shown: number, all: number) => `${countText(shown)} of ${countText(all)} shown`,
  moveUp: (column: string) => `Move up: ${column}`,
  moveDown: (column: string) => `Move down: ${column}`,
  movedTo: (column: string, place: number, of: number) =>
    `${column}: column ${countText(place)} of ${countText(of)}`,
  showFound: (count: number) => `Show ${count === 1 ? "this one" : `these ${countText(count)}`}`,
  hideFound: (count: number) => `Hide ${count === 1 ? "this one" : `these ${countText(count)}`}`,
  hideAll: "Hide all but the first",
  showAll: "Show all, as in the report",
});
