/*
 * A report as CSV, RFC 4180: comma, CRLF, quotes only where a cell needs them, quotes doubled. No
 * byte-order mark and no formula guard: this stands for the server's file, which is saved as sent.
 */
import { blocksOf } from "./blocks.js";
import { textOf } from "./report.js";

const NEEDS_QUOTES = /[",\r\n]/;

/** @param {string} text @returns {string} */
function quoted(text) {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {readonly import("./report.js").Cell[]} cells @returns {string} */
function line(cells) {
  return `${cells.map((cell) => quoted(textOf(cell))).join(",")}\r\n`;
}

/** @param {import("./report.js").Report} report @returns {Generator<string, void, undefined>} */
function* lines(report) {
  yield line(report.headers);
  for (let index = 0; index < report.rowCount; index++) yield line(report.row(index));
}

/** @param {import("./report.js").Report} report @returns {Iterable<Buffer>} */
export function writeCsv(report) {
  return blocksOf(lines(report));
}
