/** Saved views, and a view for another report. */

import { area } from "../area.ts";
import { countText, counted } from "../figures.ts";

export const shelfWords = area("shelf", {
  applyElsewhere: "Apply this view to another report",
  reportId: "Report ID",
  elsewhereHint:
    "Columns, order, filters and search stay as they are. What doesn’t fit the other report is named there.",
  openWithView: "Open with this view",
  title: "Saved views",
  name: "Name",
  nameHint:
    "For the view on screen. It is kept in this browser: columns, order, filters with what they look for. No rows and no key.",
  needsName: "Give it a name.",
  nameTaken: "Another view has this name.",
  newName: (name: string) => `New name for ${name}`,
  replace: "Replace this view",
  save: "Save this view",
  saved: (name: string) => `Saved as “${name}”.`,
  deleted: (name: string) => `“${name}” is deleted.`,
  renamed: (name: string) => `Renamed to “${name}”.`,
  undo: "Undo",
  none: "No views are saved yet.",
  file: "File of views",
  import: "Import from a file…",
  export: "Export all as a file",
  asOpened: "as a report opens",
  apply: "Apply",
  applyNamed: (name: string) => `Apply: ${name}`,
  rename: "Rename",
  renameNamed: (name: string) => `Rename: ${name}`,
  delete: "Delete",
  deleteNamed: (name: string) => `Delete: ${name}`,
  problems: {
    noStorage: (): string =>
      "This browser keeps nothing for this page: views last until it is closed. Export them to keep them.",
    full: (): string =>
      "This browser has no room left for this page, so nothing was changed. Export the views and delete some.",
    tooMany: (most: number) =>
      `${countText(most)} views are the most that are kept, so nothing was changed. Delete some first.`,
    damaged: (): string =>
      "The saved views in this browser can’t be read. Saving a view replaces them.",
  },
  newer: "This file was made by a newer version of Billscope. Reload the page to get it.",
  noViews: "This is not a file of Billscope views. Nothing was changed.",
  imported: (count: number) => `${counted(count, "view")} imported.`,
  known: (count: number) => `${countText(count)} ${count === 1 ? "was" : "were"} here already.`,
  leftOut: (count: number) =>
    `${counted(count, "entry", "entries")} could not be read and ${count === 1 ? "is" : "are"} left out.`,
  notUnderstood: (count: number) =>
    `${counted(count, "part")} of the views ${count === 1 ? "was" : "were"} not understood.`,
  misfits: {
    allColumns: "the choice of columns (all are shown)",
    column: (name: string) => `the column ${name}`,
    order: (name: string) => `the order by ${name}`,
    filter: (words: string) => `the filter “${words}”`,
    groups: (name: string) => `the groups by ${name}`,
    fill: (name: string) => `the filling of ${name}`,
    edge: (name: string) => `${name} at the edge`,
    kind: (name: string) => `the kind of ${name}`,
    currency: (name: string) => `the currency of ${name}`,
    total: (name: string) => `the total of ${name}`,
    width: (name: string) => `the width of ${name}`,
  },
});
