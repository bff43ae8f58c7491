/**
 * What a workbook says of itself on its "About" sheet: which report and view it is of, when it was made,
 * and how complete it is. In English whatever the page speaks, as the file goes to others. Never the key;
 * rows and what was altered are added by whoever writes it. Pure.
 */

import { collationName } from "../look/collationName.ts";
import type { Column, ColumnKey } from "../../model/column.ts";
import { fingerprintWords } from "../../model/fingerprint.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import type { AboutLine } from "../../model/viewExport.ts";
import type { ViewState } from "../../model/viewState.ts";
import { inEnglish } from "../../words/area.ts";
import { filterWords } from "../../words/en/filter.ts";
import { filterText } from "../filterText.ts";
import { linesWords } from "../../words/en/lines.ts";
import { linesAbout } from "../lines/lineTexts.ts";
import type { ExportedSource } from "./exportWords.ts";

const COUNT = new Intl.NumberFormat("en");

export interface ExportSubject {
  readonly source: ExportedSource;
  readonly view: ViewState;
  readonly table: TableSummary;
  /** How many are exported. */
  readonly columns: number;
  readonly labelOf: (column: ColumnKey) => string;
  /** Those whose blank cells are filled. */
  readonly filled: readonly Column[];
}

export function exportAbout(subject: ExportSubject, now: Date): readonly AboutLine[] {
  const { source, view, table, columns, labelOf, filled } = subject;
  const { fingerprint, sealed } = table;
  const filters = view.filters.map((filter) =>
    filterText(filter, labelOf, Infinity, inEnglish(filterWords)),
  );
  return [
    typeof source === "string"
      ? { name: "Report", says: source }
      : { name: "File", says: source.file },
    { name: "Made", says: timeWords(now) },
    ...(sealed
      ? []
      : [
          {
            name: "Not complete",
            says: "Rows of the report were missing when this file was made; sums are sums so far.",
          },
        ]),
    ...linesAbout(table.setAside, filled, inEnglish(linesWords)),
    { name: "Columns", says: `${COUNT.format(columns)} of ${COUNT.format(table.columns.length)}` },
    ...(filters.length === 0 ? [""] : filters).map((says, i) => ({
      name: i === 0 ? "Filters" : "",
      says: says || "none",
    })),
    { name: "Search", says: view.search === "" ? "none" : `"${view.search}" in any column` },
    ...(view.grouping === undefined
      ? []
      : [{ name: "Groups", says: view.grouping.columns.map(labelOf).join(", then ") }]),
    { name: "Order", says: orderWords(view, labelOf) },
    {
      name: "Fingerprint",
      says: fingerprint === undefined ? "not known" : fingerprintWords(fingerprint),
    },
  ];
}

function orderWords(
  { sort, grouping, collation }: ViewState,
  labelOf: ExportSubject["labelOf"],
): string {
  const order = sort
    .map(
      ({ column, descending }) => `${labelOf(column)}, ${descending ? "descending" : "ascending"}`,
    )
    .join("; then ");
  const rows = order === "" ? "as in the report" : order;
  const isSorted = sort.length > 0 || grouping !== undefined;
  if (collation === undefined || !isSorted) return rows;
  return `${rows}; alphabet: ${collationName(collation, "en")}`;
}

/** `2026-11-24 13:05 UTC`: one that all readers share. */
function timeWords(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
