/*
 * Every way a download can go wrong, by id, as plain data that tests import: FAULTS.stalled.id. What
 * the server does for each is in faultAnswers.js; a fault cannot be added to one and forgotten in the
 * other, the types forbid it.
 */

/** @param {string} digits up to 12 hexadecimal digits @param {string} description */
function fault(digits, description) {
  return { id: `fa171700-0000-4000-8000-${digits.padStart(12, "0")}`, description };
}

/** The row (0-based) at which FAULTS.damaged breaks. */
export const DAMAGED_ROW = 700;

/** The number of rows the stalled and cut bodies send whole before they end. */
export const ROWS_BEFORE_CUT = 500;

/** Failing tries before a recovering fault gives the sample month. */
export const TRIES_BEFORE_RECOVERY = 2;

export const FAULTS = Object.freeze({
  badRequest: fault("400", '400 {"error": "Failed to render report: …"}'),
  unauthorised: fault("401", "401 quoting the beginning of the key"),
  forbidden: fault("403", "403"),
  notFound: fault("404", "404"),
  notAcceptable: fault("406", "406 for every variant"),
  rateLimited: fault("4290", "429 with Retry-After, then the month"),
  rateLimitedForever: fault("4291", "429 with Retry-After, always"),
  serverError: fault("500", "500, always"),
  badGateway: fault("502", "502 with an HTML body, always"),
  unavailable: fault("5030", "503, then the month"),
  unavailableForever: fault("5031", "503, always"),
  gatewayTimeout: fault("504", "504, always"),
  slow: fault("510", "the month, its rows spread over options.slowMs"),
  slowStart: fault("511", "the month, headers after options.slowStartMs"),
  silent: fault("512", "accepts the request and never answers"),
  stalled: fault("513", "500 rows, then nothing more"),
  cut: fault("c01", "500 rows, then the socket is destroyed (chunked)"),
  cutLength: fault("c02", "500 rows, then the socket is closed short of its Content-Length"),
  cutClean: fault("c03", "500 rows, then a proper end of the transfer: the document is not whole"),
  reset: fault("c04", "connection reset before any header"),
  html: fault("b01", "200 text/html"),
  htmlAsJson: fault("b02", "200, a web page labelled application/json"),
  emptyBody: fault("b03", "200, no body"),
  notAReport: fault("b04", "200, a JSON object without headers and rows"),
  array: fault("b05", "200, a JSON array"),
  rowsNotArrays: fault("b06", "200, rows that are objects"),
  damaged: fault("d01", "the month, damaged within row 700 (0-based)"),
  trailing: fault("d02", "the month, text after the document"),
  invalidUtf8: fault("d03", "the month, a byte that is not UTF-8 in row 700"),
  gzipCut: fault("d04", "the month, its gzip stream cut short"),
  fileCut: fault("d05", "JSON is the month; files end cleanly, but too early"),
  endlessSpace: fault("e01", "white space without end"),
  endlessString: fault("e02", "a text cell without end"),
  endlessRows: fault("e04", "rows without end"),
  gzipBomb: fault("e05", "a text cell of 4 GB, compressed to 4 MB"),
  nested: fault("e03", "one row, a cell of 100,000 nested arrays (valid)"),
  redirectElsewhere: fault("302", "302 to options.otherOrigin"),
  redirectHere: fault("301", "302 to the month on the same origin"),
  filesRefused: fault("f01", "JSON is the month; CSV is 406, XLSX is 400"),
});
