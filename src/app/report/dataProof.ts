/**
 * Whether the rows on screen are of the data that a link was made from, and the words for it. Nothing
 * is said for a link without a fingerprint; of a report that is not whole nothing can be said.
 */

import type { LinkedData } from "../../link/format.ts";
import { proofWords } from "../../words/en/proof.ts";
import { type OpenReport, isLoading } from "../data/reportSession.ts";

export type DataProof =
  | { readonly state: "checking" | "incomplete" | "unable" }
  | { readonly state: "same"; readonly rows: number }
  | {
      readonly state: "different";
      readonly rowsThen: number | undefined;
      readonly rows: number;
      /** The rows are of a file, which another program may have written anew: a workbook always is. */
      readonly from: "api" | "text" | "workbook";
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
          from: sourceOf(open),
        };
  }
  if (isLoading(open.load)) return { state: "checking" };
  return table === undefined ? undefined : { state: "incomplete" };
}

function sourceOf({ file, reading }: OpenReport): "api" | "text" | "workbook" {
  if (file === undefined) return "api";
  return reading?.format === "xlsx" ? "workbook" : "text";
}

export function proofText(proof: DataProof): string {
  if (proof.state === "same") return proofWords.same(proof.rows);
  if (proof.state !== "different") return proofWords[proof.state];
  const { rowsThen, rows, from } = proof;
  if (from === "workbook" && (rowsThen ?? rows) === rows)
    return proofWords.workbook(rows, rowsThen === rows);
  const words = differenceText(rowsThen, rows);
  return from === "text" ? `${words} ${proofWords.perhapsSpreadsheet}` : words;
}

function differenceText(rowsThen: number | undefined, rows: number): string {
  if (rowsThen === undefined) return proofWords.differs(rows);
  return rowsThen === rows
    ? proofWords.differsInside(rows)
    : proofWords.differsInRows(rowsThen, rows);
}
