/*
 * The one source of what every answer carries, whichever server gives it: the built-in one takes the
 * headers from here, the files for nginx and Caddy are written from here (writeDeploy.js) and proved
 * equal by tests, index.html gets its fallback from here. The page may run only its own scripts, talk
 * only to its own origin (and to the API when the host lets it call that directly), and be framed by
 * nobody. The one trusted-types policy allowed is the app's own, for starting its workers.
 */

/** @param {string} connect sources */
function directives(connect) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types billscope",
  ];
}

/** Fits `connect-src`. @param {string | undefined} direct origin of an API the page calls itself */
const connectSources = (direct) => (direct === undefined ? "'self'" : `'self' ${direct}`);

/**
 * An API that is called directly need not say that it may be embedded: else asking whether it is
 * there at all would look like nobody answering.
 * @param {string | undefined} direct
 */
const embedderPolicy = (direct) => (direct === undefined ? "require-corp" : "credentialless");

/**
 * @param {string} connect
 * @param {string} embedder
 */
export function headersWith(connect, embedder) {
  return {
    "Content-Security-Policy": directives(connect).join("; "),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": embedder,
    "Permissions-Policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  };
}

/** @param {string | undefined} direct */
export function securityHeaders(direct) {
  return headersWith(connectSources(direct), embedderPolicy(direct));
}

/**
 * For a host that sends no headers: the same policy in index.html. A page cannot say there who may
 * frame it, and does not know yet which API it may call; the app narrows that as soon as it does.
 */
export function metaPolicy() {
  return directives("*")
    .filter((directive) => !directive.startsWith("frame-ancestors"))
    .join("; ");
}

/** Two years, sent where the browser came by TLS. */
export const TRANSPORT_SECURITY = "max-age=63072000";

export const CACHING = Object.freeze({
  /** Names that change with their content. */
  asset: "public, max-age=31536000, immutable",
  /** The page, its configuration, its icon: kept, but asked for anew. */
  file: "no-cache",
  /** Reports, and what is not there. */
  never: "no-store",
});

/**
 * What is passed on to the API. Everything else that a browser sends stays here: cookies, referrer,
 * origin, who asked.
 */
export const PASSED_ON = Object.freeze([
  "Accept",
  "Accept-Encoding",
  "Accept-Language",
  "Authorization",
]);

/** Headers of the API's answer that end here: cookies, and what only the host of the page may say. */
export const WITHHELD = Object.freeze([
  "Set-Cookie",
  "Set-Cookie2",
  "Alt-Svc",
  "Server",
  "Via",
  "X-Powered-By",
  "Strict-Transport-Security",
  "Content-Security-Policy-Report-Only",
  "Cross-Origin-Opener-Policy-Report-Only",
  "Cross-Origin-Embedder-Policy-Report-Only",
  "Document-Policy",
  "Reporting-Endpoints",
  "Report-To",
  "NEL",
  "Clear-Site-Data",
  "Service-Worker-Allowed",
  "SourceMap",
  "X-SourceMap",
  "Refresh",
  "Link",
  "Cache-Control",
  "Expires",
  "Pragma",
  "Access-Control-Allow-Origin",
  "Access-Control-Allow-Credentials",
  "Access-Control-Expose-Headers",
  ...Object.keys(securityHeaders(undefined)),
]);

/** The only thing that is passed on to the API, with GET; the name of the variant may follow. */
export const REPORT_PATH = /^\/billing\/org\/v1\/reports\/[0-9a-fA-F-]{36}\/download$/;
export const REPORT_FORMATS = Object.freeze(["json", "csv", "xlsx"]);
