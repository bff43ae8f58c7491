/**
 * The reports a host with the sample API answers for, by the ids it publishes. The key opens
 * nothing but samples.
 */

import { findReportId, type ReportId } from "../../model/reportId.ts";
import type { connectWords } from "../../words/en/connect.ts";

export const SAMPLE_KEY = "sample$key";

export interface Sample {
  readonly reportId: ReportId;
  readonly name: keyof typeof connectWords.samples;
}

const PUBLISHED: readonly (readonly [id: string, name: Sample["name"]])[] = [
  ["3c90c3cc-0d44-4b50-8888-8dd25736052a", "month"],
  ["00000000-5a3e-4b1e-8000-000000100000", "large"],
  ["00000000-5a3e-4b1e-8000-000001000000", "million"],
  ["00000000-5a3e-4b1e-8000-0000000001d0", "blocks"],
  ["00000000-5a3e-4b1e-8000-00000000a3ca", "awkward"],
];

/** The first one is the one to begin with. */
export const SAMPLES: readonly Sample[] = PUBLISHED.flatMap(([id, name]) => {
  const reportId = findReportId(id);
  return reportId === undefined ? [] : [{ reportId, name }];
});
