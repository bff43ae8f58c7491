/*
 * A report as the contract's JSON: {"headers": […], "rows": [[…], …]}. Rows are made while they are
 * written; the document never exists as a whole. Cost: one JSON.stringify per row.
 */
import { blocksOf } from "./blocks.js";
import { jsonOf } from "./report.js";

/** @typedef {import("./report.js").Report} Report */

/** @param {Report} report @param {number} index @returns {string} one row's JSON */
export function rowJson(report, index) {
  const row = report.row(index);
  return report.plain === true ? JSON.stringify(row) : `[${row.map(jsonOf).join(",")}]`;
}

/** @param {Report} report @returns {Generator<string, void, undefined>} */
function* pieces(report) {
  yield `{"headers":${JSON.stringify(report.headers)},"rows":[`;
  for (let index = 0; index < report.rowCount; index++) {
    if (index > 0) yield ",";
    yield rowJson(report, index);
  }
  yield "]}";
}

/** @param {Report} report @returns {Iterable<Buffer>} */
export function writeJson(report) {
  return report.writeJson === undefined ? blocksOf(pieces(report)) : report.writeJson();
}
