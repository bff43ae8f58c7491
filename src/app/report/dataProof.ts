/**
 * Whether the rows on screen are of the data that a link was made from, and the words for it. Nothing
 * is said for a link without a fingerprint; of a report that is not whole nothing can be said.
 */

import type { LinkedData } from "../../link/format.ts";
import { type OpenReport, isLoading } from "../data/reportSession.ts";
import { counted, countText } from "../../words/figures.ts";

export type DataProof =
  | { readonly state: "checking" | "incomplete" | "unable" }
  | { readonly state: "same"; readonly rows: number }
  | {
      readonly state: "different";
      readonly rowsThen: number | undefined;
      readonly rows: number;
      /** The rows are of a file, which another program may have written anew. */
      readonly fromFile: boolean;
    };

export function proveData(
  { fingerprint, rowCount }: LinkedData,
  open: OpenReport | undefined,
): DataProof | undefined {
  if (fingerprint === undefined || open === undefined) return undefined;
  const table = open.data?.table;
  if (table?.sealed === true) {
    if (table.fingerprint === undefined) return { state: "unable" };
    return table.fingerprint === fingerprint
      ? { state: "same", rows: table.rowCount }
      : {
          state: "different",
          rowsThen: rowCount,
          rows: table.rowCount,
          fromFile: open.file !== undefined,
        };
  }
  if (isLoading(open.load)) return { state: "checking" };
  return table === undefined ? undefined : { state: "incomplete" };
}

export function proofWords(proof: DataProof): string {
  switch (proof.state) {
    case "checking":
      return "Checking whether this is the data the link was made from…";
    case "same":
      return `Same data as when this link was made: ${counted(proof.rows, "row")} ✓`;
    case "different":
      return `Not the same data as when this link was made${differenceWords(proof)}${proof.fromFile ? FILE_WORDS : ""}`;
    case "incomplete":
      return "This report is not complete, so it can’t be compared with the data the link was made from.";
    case "unable":
      return "This browser can’t compare the data with the one the link was made from: it does so on secure pages (https) only.";
  }
}

/** Fingerprints compare texts: `12.50` and `12.5` are two. */
const FILE_WORDS =
  " If a spreadsheet saved this file, it may only have written the same values in another way; the original CSV or JSON can tell.";

function differenceWords({ rowsThen, rows }: Extract<DataProof, { state: "different" }>): string {
  if (rowsThen === undefined) return `. It has ${counted(rows, "row")} now.`;
  if (rowsThen === rows) return `: ${counted(rows, "row")} then and now, but not the same content.`;
  return `: ${counted(rowsThen, "row")} then, ${countText(rows)} now.`;
}
