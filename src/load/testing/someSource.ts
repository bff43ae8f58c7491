/**
 * A source and surroundings for tests against a real server: everything as in a browser but the
 * patience, and a key whose pieces are easy to find where they must not be.
 */

import type { ReportId } from "../../model/reportId.ts";
import type { ReportSource } from "../../model/reportSource.ts";
import type { Patience, Surroundings } from "../surroundings.ts";

export const KEY = "1180$canary-5f3a90c7e1";

const SHORT: Patience = {
  answer: 400,
  silence: 300,
  retry: 5,
  slowDown: 5,
  longestWait: 50,
  probe: 400,
};

export function someSource(reportId: string, api = ""): ReportSource {
  return { api, reportId: reportId as ReportId, key: KEY, scheme: "apikey" };
}

/** The page comes from `origin`; fetch is the real one unless given. */
export function someSurroundings(
  origin: string,
  given: Partial<Omit<Surroundings, "patience">> & { readonly patience?: Partial<Patience> } = {},
): Surroundings {
  const { patience, ...rest } = given;
  return {
    fetch: globalThis.fetch,
    isOnline: () => true,
    origin,
    ...rest,
    patience: { ...SHORT, ...patience },
  };
}
