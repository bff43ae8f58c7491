/** What crosses between the page and the worker that reads workbooks: one file in, one ending out. */

import type { FileSettings, WorkbookText } from "../model/fileSource.ts";
import type { ReportError } from "../model/reportError.ts";

export interface WorkbookRequest {
  readonly file: Blob;
  readonly settings: FileSettings;
}

export type WorkbookReply = { readonly done: WorkbookText } | { readonly failed: ReportError };
