/** Sentences about files that are made of the view: their names, what they hold, why one failed. Pure. */

import type { ExportFormat } from "../../model/alterations.ts";
import type { ReportError } from "../../model/reportError.ts";
import type { ReportId } from "../../model/reportId.ts";
import type { SplitColumn } from "../../model/viewExport.ts";
import { savingWords } from "../../words/en/saving.ts";
import { startWords } from "../../words/en/start.ts";

/** What the file is made of: a report of the API, or a file by its name. */
export type ExportedSource = ReportId | { readonly file: string };

/** `report-3c90c3cc-0d44-4b50-8888-8dd25736052a-view-so-far-by-Client.xlsx` */
export function exportName(
  source: ExportedSource,
  format: ExportFormat,
  soFar: boolean,
  splitBy: SplitColumn | undefined,
): string {
  const by = splitBy?.label
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40);
  const from =
    typeof source === "string" ? `report-${source}` : source.file.replace(/\.[^.]{1,5}$/, "");
  const parts = [from, "view", soFar ? "so-far" : "", by ? `by-${by}` : ""];
  const ending = splitBy?.inFiles === true ? "zip" : format;
  return `${parts.filter((part) => part !== "").join("-")}.${ending}`;
}

/** "1,204 rows × 12 columns". */
export function extentWords(rows: number, columns: number): string {
  return savingWords.extent(rows, columns);
}

export function exportProblem(error: ReportError): string {
  const { code } = error;
  if (code === "tooLarge") return savingWords.tooLarge;
  if (code === "workerCrashed") return savingWords.crashed;
  if (code === "workerSilent") return savingWords.silent;
  if (code === "internal" && error.detail === "QuotaExceededError") return savingWords.noRoom;
  if (code === "workerUnloadable") {
    const { title, meaning } = startWords.workerUnloadable;
    return `${title} ${meaning}`;
  }
  return savingWords.failed(code === "internal" ? error.detail : code);
}
