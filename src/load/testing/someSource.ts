/**
 * A source and surroundings for tests against a real server: everything as in a browser but the
 * waits before another try, and a key whose pieces are easy to find where they must not be. A test
 * of a server that says nothing gives its own, shorter patience.
 */

import type { ReportId } from "../../model/reportId.ts";
import type { ReportSource } from "../../model/reportSource.ts";
import type { Patience, Surroundings } from "../surroundings.ts";

export const KEY = "1180$canary-5f3a90c7e1";

const PATIENCE: Patience = {
  answer: 60_000,
  silence: 60_000,
  retry: 5,
  slowDown: 5,
  longestWait: 50,
  probe: 60_000,
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
    patience: { ...PATIENCE, ...patience },
  };
}
