/**
 * The key, read from whatever a person pastes and kept where nothing can print it. Takes the bare
 * token or the line around it (`Authorization: apikey …`, a curl command, quotes, line breaks).
 * The token is in no property of an `ApiKey`: JSON, templates, consoles and React's tools see
 * `[API key]`. It comes out through `reveal` only.
 */

/** The word before the token in the `Authorization` header. */
export type KeyScheme = "apikey" | "Bearer";

/** What to tell the person although the key can be used. */
export type KeyNote =
  /** Only digits: everything after the `$` is missing. */
  | "cut"
  /** A JSON Web Token: a login that stops working after an hour. */
  | "loginToken";

/** Why a paste can't be used: nothing in it, characters no header can carry, or far too long. */
export type KeyProblem = "empty" | "unsendable" | "tooLong";

export type KeyReading =
  | { readonly ok: true; readonly key: ApiKey; readonly notes: readonly KeyNote[] }
  | { readonly ok: false; readonly problem: KeyProblem };

const REDACTED = "[API key]";
const tokens = new WeakMap<ApiKey, string>();

export class ApiKey {
  readonly scheme: KeyScheme;

  constructor(token: string, scheme: KeyScheme) {
    this.scheme = scheme;
    tokens.set(this, token);
    Object.freeze(this);
  }

  /** Hands the bare token to `send`; let it go nowhere but into the request. */
  reveal<Result>(send: (token: string) => Result): Result {
    return send(tokens.get(this) ?? "");
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [Symbol.toPrimitive](): string {
    return REDACTED;
  }
}

/** Longer than any key or login token; most servers refuse header lines of this length. */
const MAX_TOKEN = 8192;
/** Room for a curl command with all its headers around the token. */
const MAX_PASTE = 16_384;

const HEADER_NAME = /authorization["'\s]*[:=]\s*/i;
/** What follows the value of a header: the closing quote, another header, option or address. */
const AFTER_VALUE = /["'`]|\s(?:[a-z-]+:|--?[a-z]|\\\s|https?:)/i;
const SCHEME = /^(?:api[-_ ]?key|bearer|token)(?:[\s:=]+|$)/i;
const EDGES = /^[\s"'`“”‘’„«»<>,;]+|[\s"'`“”‘’„«»<>,;\\]+$/g;
/** White space and the marks without width that come along when text is copied. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
const LOGIN_TOKEN = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;

export function readApiKey(pasted: string): KeyReading {
  if (pasted.length > MAX_PASTE) return { ok: false, problem: "tooLong" };
  const token = findToken(pasted);
  if (token === "") return { ok: false, problem: "empty" };
  if (token.length > MAX_TOKEN) return { ok: false, problem: "tooLong" };
  if (!/^[!-~]+$/.test(token)) return { ok: false, problem: "unsendable" };
  if (LOGIN_TOKEN.test(token)) {
    return { ok: true, key: new ApiKey(token, "Bearer"), notes: ["loginToken"] };
  }
  const cut = /^\d+\$?$/.test(token);
  return { ok: true, key: new ApiKey(token, "apikey"), notes: cut ? ["cut"] : [] };
}

function findToken(pasted: string): string {
  let text = headerValue(pasted.replace(INVISIBLE, " ")).replace(EDGES, "");
  // Each round takes one word or pair of quotes away: `apikey "APIKey 1234$…"`.
  for (;;) {
    const rest = text.replace(SCHEME, "").replace(EDGES, "");
    if (rest === text) break;
    text = rest;
  }
  // A shell needs `\$` between double quotes; the backslash is no part of the key.
  return text.replaceAll(" ", "").replaceAll("\\$", "$");
}

function headerValue(text: string): string {
  const name = HEADER_NAME.exec(text);
  if (name === null) return text;
  const value = text.slice(name.index + name[0].length).replace(/^["'`\s]+/, "");
  const end = AFTER_VALUE.exec(value);
  return end === null ? value : value.slice(0, end.index);
}
