/** Values that tests of the boundary share. */

import type { ReportId } from "../../model/reportId.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import type { DatasetId, ReportSource } from "../protocol.ts";

export const KEY = "canary$6b1f";
export const SOURCE: ReportSource = {
  api: "",
  reportId: "3c90c3cc-0d44-4b50-8888-8dd25736052a" as ReportId,
  key: KEY,
  scheme: "apikey",
};
export const FIRST = "first" as DatasetId;
export const SECOND = "second" as DatasetId;

export const summaryOf = (rowCount: number, sealed = false): TableSummary => ({
  rowCount,
  columns: [],
  headerCount: 0,
  raggedRows: 0,
  sealed,
});
