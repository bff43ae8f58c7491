/*
 * The headers every answer of the local server carries. The page may run only its own scripts, talk
 * only to its own origin (and to the API when the host lets it call that directly), and be framed by
 * nobody. The one trusted-types policy allowed is the app's own, for starting its worker. An API that
 * is called directly need not say that it may be embedded: else asking whether it is there at all
 * would look like nobody answering.
 */

/** @param {string | undefined} direct origin of an API the page calls itself */
export function securityHeaders(direct) {
  const connect = direct === undefined ? "'self'" : `'self' ${direct}`;
  const policy = [
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
  return {
    "Content-Security-Policy": policy.join("; "),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": direct === undefined ? "require-corp" : "credentialless",
    "Permissions-Policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  };
}
