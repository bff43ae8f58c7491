/*
 * Reports as the older portal made them: a title line, then per client the header line again, the
 * client named on its first row and blank below. Nobody says how such a file becomes JSON, so there
 * are two readings: the header line as headers with the title as a first short row, and the title
 * itself as headers, every row longer than it.
 */
import { MONTH_HEADERS, monthRows } from "./month.js";

/** @typedef {import("./report.js").Cell} Cell */

const TITLE = ["1180", "Northwind Cloud Resale B.V."];

/** @param {number} rowCount @param {number} seed @returns {(readonly Cell[])[]} */
function blocks(rowCount, seed) {
  const row = monthRows(rowCount, seed);
  /** @type {(readonly Cell[])[]} */
  const lines = [];
  /** @type {Cell | undefined} */
  let client;
  for (let index = 0; index < rowCount; index++) {
    const cells = row(index);
    const first = cells[0] !== client;
    if (first) lines.push(MONTH_HEADERS);
    lines.push(first ? cells : ["", "", ...cells.slice(2)]);
    client = cells[0];
  }
  return lines;
}

/**
 * @param {string} id
 * @param {{ titleAsHeaders: boolean }} how
 * @returns {import("./report.js").Report}
 */
export function oldStyleReport(id, { titleAsHeaders }) {
  const lines = blocks(640, 20_230_901);
  const rows = titleAsHeaders ? lines : [TITLE, ...lines.slice(1)];
  return {
    id,
    fileName: "statement-2026-10",
    headers: titleAsHeaders ? TITLE : MONTH_HEADERS,
    rowCount: rows.length,
    row: (index) => rows[index] ?? [],
    plain: true,
  };
}
