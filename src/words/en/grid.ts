/** What the table says to the ear, and what it writes beside values. */

import { area } from "../area.ts";
import { counted } from "../figures.ts";

export const gridWords = area("grid", {
  name: "Report rows",
  menu: (column: string) => `Column menu: ${column}`,
  filtered: "Filtered",
  pinned: { left: "Pinned left", right: "Pinned right" },
  only: "Only this",
  blank: "(blank)",
  kinds: {
    text: "",
    id: "id",
    integer: "integer",
    decimal: "decimal",
    money: "money",
    date: "date",
    datetime: "datetime",
    boolean: "boolean",
  },
  rows: (count: number) => counted(count, "row"),
  /** `sums` is empty where there is none. */
  sum: (column: string, sums: string) => `sum of ${column} ${sums || "none"}`,
});
