/**
 * What the host decides at run time, from `config.json` beside the app (docs/hosting.md). Whatever is
 * wrong in the file is left out and named, in words for whoever wrote it. But where a key goes is never
 * guessed: unless the file says so, or is not there at all, there is no configuration.
 */

import { inTime } from "../model/inTime.ts";

export interface HostConfig {
  /** Origin before `/billing`; "" for the page's own. */
  readonly api: string;
  /** The API behind this host answers for sample reports. */
  readonly samples: boolean;
  /** Whose numbers, dates and order of texts those see who choose none; undefined: the reader's own. */
  readonly locale: string | undefined;
  /** What the app is called here. */
  readonly product: string;
}

export interface ConfigReading {
  /** Undefined when it is not known where the host wants keys to be sent: none may be asked for. */
  readonly config: HostConfig | undefined;
  /** One sentence for each thing in the file that was not taken. */
  readonly mistakes: readonly string[];
}

export const DEFAULT_CONFIG: HostConfig = {
  api: "",
  samples: false,
  locale: undefined,
  product: "Billscope",
};

const LONGEST_NAME = 40;
/** So long a page stays empty at most. */
export const PATIENCE_SECONDS = 20;

/** A value as the file may have it, or what is wrong with it. */
type Checked<T> = { readonly value: T } | { readonly wrong: string };

const KEYS: { readonly [K in keyof HostConfig]: (value: unknown) => Checked<HostConfig[K]> } = {
  api: readApi,
  samples: (value) =>
    typeof value === "boolean" ? { value } : { wrong: "“samples” must be true or false." },
  locale: readLocale,
  product: readProduct,
};

export function readConfig(json: unknown): ConfigReading {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return unread('config.json must be an object, such as { "samples": false }.');
  }
  const given = new Map<string, unknown>(Object.entries(json));
  const mistakes: string[] = [];
  const take = <K extends keyof HostConfig>(key: K): HostConfig[K] => {
    const value = given.get(key);
    given.delete(key);
    if (value === undefined) return DEFAULT_CONFIG[key];
    const checked = KEYS[key](value);
    if ("value" in checked) return checked.value;
    mistakes.push(checked.wrong);
    return DEFAULT_CONFIG[key];
  };
  const api = take("api");
  const isAddressKnown = mistakes.length === 0;
  const config = {
    api,
    samples: take("samples"),
    locale: take("locale"),
    product: take("product"),
  };
  for (const name of given.keys()) {
    mistakes.push(`“${name.slice(0, LONGEST_NAME)}” means nothing here; known are ${known()}.`);
  }
  return { config: isAddressKnown ? config : undefined, mistakes };
}

/** Reads the host's file. One that is not there is no mistake: it has nothing to say. */
export async function loadConfig(fetch: typeof globalThis.fetch): Promise<ConfigReading> {
  const reading = await inTime(fetchConfig(fetch), PATIENCE_SECONDS);
  return reading ?? unread("config.json did not come.");
}

async function fetchConfig(fetch: typeof globalThis.fetch): Promise<ConfigReading | undefined> {
  const answer = await fetch("config.json", { credentials: "omit", cache: "no-cache" }).catch(
    () => undefined,
  );
  if (answer?.status === 404) return { config: DEFAULT_CONFIG, mistakes: [] };
  if (answer?.ok === false) return unread(`config.json was answered with ${answer.status}.`);
  return answer?.json().then(readConfig, () => unread("config.json is not JSON."));
}

function unread(mistake: string): ConfigReading {
  return { config: undefined, mistakes: [mistake] };
}

const known = () => Object.keys(KEYS).join(", ");

/** The bare origin of an https address (http for this machine only); "" is the page's own. */
function readApi(value: unknown): Checked<string> {
  const wrong = "“api” must be an https address, such as https://api.gcore.com, without a path.";
  if (value === "") return { value };
  if (typeof value !== "string" || !URL.canParse(value)) return { wrong };
  const url = new URL(value);
  const isLocal = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLocal);
  const isBare = url.href === `${url.origin}/`;
  return isSafe && isBare ? { value: url.origin } : { wrong };
}

function readLocale(value: unknown): Checked<string> {
  const wrong = "“locale” must be a language tag, such as de-CH or en-IN.";
  if (typeof value !== "string") return { wrong };
  try {
    const [tag] = Intl.NumberFormat.supportedLocalesOf(value);
    return tag === undefined ? { wrong } : { value: tag };
  } catch {
    return { wrong };
  }
}

function readProduct(value: unknown): Checked<string> {
  const name = typeof value === "string" ? value.trim() : "";
  return name !== "" && name.length <= LONGEST_NAME && !/\p{C}/u.test(name)
    ? { value: name }
    : { wrong: `“product” must be a name of at most ${LONGEST_NAME} characters.` };
}
