/**
 * Why a request got no answer. A browser gives the same TypeError for everything, so this looks
 * further before blaming one: is the browser offline, does the server answer at all (then it does
 * not answer pages of this origin), or is nothing reached.
 */

import type { ReportError } from "../model/reportError.ts";
import { startDeadline } from "./deadline.ts";
import type { Surroundings } from "./surroundings.ts";

export async function explainNoAnswer(
  url: URL,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<ReportError> {
  if (!surroundings.isOnline()) return { code: "offline" };
  if (url.origin === surroundings.origin) return { code: "unreachable" };
  return {
    code: (await isReachable(url.origin, surroundings, signal)) ? "blocked" : "unreachable",
  };
}

/** Asks for nothing and sends nothing, the key least of all; any answer will do. */
async function isReachable(
  origin: string,
  { fetch, patience }: Surroundings,
  signal: AbortSignal,
): Promise<boolean> {
  const deadline = startDeadline(signal, patience.probe);
  try {
    await fetch(`${origin}/`, {
      method: "HEAD",
      mode: "no-cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: deadline.signal,
    });
    return true;
  } catch {
    return false;
  } finally {
    deadline.close();
  }
}
