/**
 * What the host decides at run time, from `config.json` beside the app: whether it offers sample
 * reports, and the API's origin when the page calls it directly. Anything else in the file, and
 * anything of the wrong shape, is ignored: the default (same origin, no samples) is always safe.
 */

export interface HostConfig {
  /** Origin before `/billing`; "" for the page's own. */
  readonly api: string;
  /** The API behind this host answers for sample reports. */
  readonly samples: boolean;
}

export const DEFAULT_CONFIG: HostConfig = { api: "", samples: false };

export function readConfig(json: unknown): HostConfig {
  if (typeof json !== "object" || json === null) return DEFAULT_CONFIG;
  return {
    api: "api" in json ? originOf(json.api) : DEFAULT_CONFIG.api,
    samples: "samples" in json && json.samples === true,
  };
}

/** Reads the host's file; a missing or broken one means the defaults. */
export async function loadConfig(fetch: typeof globalThis.fetch): Promise<HostConfig> {
  try {
    const answer = await fetch("config.json", { credentials: "omit", cache: "no-cache" });
    return answer.ok ? readConfig(await answer.json()) : DEFAULT_CONFIG;
  } catch {
    return DEFAULT_CONFIG;
  }
}

/** The bare origin of an https address (http for this machine only), or "". */
function originOf(value: unknown): string {
  if (typeof value !== "string" || !URL.canParse(value)) return "";
  const url = new URL(value);
  const isLocal = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  return url.protocol === "https:" || (url.protocol === "http:" && isLocal) ? url.origin : "";
}
