/*
 * The scoring table of the HTTP Observatory, applied to headers and page as they were received.
 * Source: github.com/mdn/mdn-http-observatory, src/grader/charts.js and src/analyzer/tests, as of
 * August 2026. Only what can apply here is in it; a case that is not is an error, not a point.
 */

/**
 * @typedef {object} Seen
 * @property {boolean} isSecure came by TLS
 * @property {boolean} isPlainOpen the same host answers without TLS too, without leading away
 * @property {(name: string) => readonly string[]} values of a header, as often as it was sent
 * @property {string} html
 */

/** @typedef {{ test: string, found: string, points: number }} Line */

const BASE = 100;
/** Points above the base count only from here on. */
const EXTRA_FROM = 90;

const BROAD = ["ftp:", "http:", "https:", "*", "http://*", "https://*", "data:", "blob:"];

/** @param {string} text @returns {Map<string, readonly string[]>} */
function directives(text) {
  const parts = text.split(";").map((part) => part.trim().toLowerCase().split(/\s+/));
  const names = parts.map(([name = ""]) => name);
  if (new Set(names).size !== names.length) throw new Error("A directive is there twice.");
  return new Map(parts.map(([name = "", ...sources]) => [name, sources]));
}

/** @param {Seen} seen @param {string} name @returns {string} */
function only(seen, name) {
  const [value, ...more] = seen.values(name);
  if (value === undefined || more.length > 0) throw new Error(`${name} is not there exactly once.`);
  return value;
}

/** @param {string} text @returns {boolean} as strict as the best line of the table asks for */
function isStrict(text) {
  const policy = directives(text);
  const from = /** @param {string} name */ (name) =>
    policy.get(name) ?? policy.get("default-src") ?? ["*"];
  const watched = [...from("script-src"), ...from("style-src"), ...from("object-src")];
  const isUnsafe = watched.some((source) => source.includes("unsafe") || BROAD.includes(source));
  const isPlain = [...policy.values()].flat().some((source) => /^(?:http|ftp):/.test(source));
  const isClosed = policy.get("default-src")?.join(" ") === "'none'";
  return isClosed && !isUnsafe && !isPlain;
}

/** @param {Seen} seen @returns {Line} */
function contentSecurityPolicy(seen) {
  const metas = seen.html.matchAll(/http-equiv="content-security-policy"\s+content="([^"]*)"/gi);
  const all = [only(seen, "content-security-policy"), ...[...metas].map(([, text = ""]) => text)];
  if (!all.every((text) => isStrict(text))) throw new Error("The policy is not strict.");
  return { test: "Content Security Policy", found: "default-src 'none', no unsafe", points: 10 };
}

/** @param {Seen} seen @returns {Line} */
function transport(seen) {
  const test = "Strict Transport Security";
  if (!seen.isSecure) return { test, found: "no TLS", points: -20 };
  const age = Number(/^max-age=(\d+)/.exec(only(seen, "strict-transport-security"))?.[1]);
  const isLong = age >= 15_768_000;
  return { test, found: `max-age=${age}`, points: isLong ? 0 : -10 };
}

/** @param {Seen} seen @returns {Line} */
function redirection(seen) {
  const test = "Redirection";
  return seen.isPlainOpen
    ? { test, found: "answers without TLS", points: -20 }
    : { test, found: "no plain HTTP", points: 0 };
}

/** @param {Seen} seen @returns {Line} */
function integrity(seen) {
  const test = "Subresource Integrity";
  const scripts = [...seen.html.matchAll(/<script\b[^>]*\bsrc="[^"]*"[^>]*>/g)].map(([tag]) => tag);
  const isFull = scripts.length > 0 && scripts.every((tag) => /\bintegrity="sha/.test(tag));
  if (!isFull) return { test, found: "scripts of this origin, without", points: 0 };
  return seen.isSecure
    ? { test, found: "on every script", points: 5 }
    : { test, found: "on every script, but no TLS", points: 0 };
}

/** @param {string} name @param {Record<string, number>} points @returns {(seen: Seen) => Line} */
const oneOf = (name, points) => (seen) => {
  const found = only(seen, name).toLowerCase();
  const given = points[found];
  if (given === undefined) throw new Error(`${name}: ${found} is not in the table.`);
  return { test: name, found, points: given };
};

/** @param {Seen} seen @returns {Line} */
function frames(seen) {
  const ancestors = directives(only(seen, "content-security-policy")).get("frame-ancestors");
  if (ancestors?.join(" ") !== "'none'") throw new Error("The page can be framed.");
  return { test: "X-Frame-Options", found: "by frame-ancestors", points: 5 };
}

/** @param {Seen} seen @param {string} test @param {string} header @returns {Line} */
function absent(seen, test, header) {
  if (seen.values(header).length > 0) throw new Error(`${header} was sent.`);
  return { test, found: "none", points: 0 };
}

/** @type {readonly ((seen: Seen) => Line)[]} */
const TESTS = [
  contentSecurityPolicy,
  (seen) => absent(seen, "Cookies", "set-cookie"),
  (seen) => absent(seen, "Cross-Origin Resource Sharing", "access-control-allow-origin"),
  redirection,
  oneOf("Referrer-Policy", { "no-referrer": 5, "same-origin": 5 }),
  transport,
  integrity,
  oneOf("X-Content-Type-Options", { nosniff: 0 }),
  frames,
  oneOf("Cross-Origin-Resource-Policy", { "same-origin": 10, "same-site": 10 }),
  oneOf("Cross-Origin-Embedder-Policy", { "require-corp": 10, credentialless: 10 }),
  oneOf("Cross-Origin-Opener-Policy", { "same-origin": 10 }),
];

/** @param {Seen} seen @returns {{ score: number, lines: readonly Line[] }} */
export function observatory(seen) {
  const lines = TESTS.map((apply) => apply(seen));
  const base = lines.reduce((sum, { points }) => sum + Math.min(0, points), BASE);
  const extra = lines.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  return { score: base >= EXTRA_FROM ? base + extra : base, lines };
}
