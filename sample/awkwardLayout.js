/*
 * The rows of another report in a document laid out as no server would, yet as the contract allows:
 * a byte-order mark, rows before headers, unknown keys before, between and after with anything in
 * them (also things that look like the contract), keys written with escapes, every kind of white space.
 */
import { blocksOf } from "./blocks.js";
import { rowJson } from "./writeJson.js";

const SPACE = " \t\r\n";

/** @param {import("./report.js").Report} report @returns {Generator<string, void, undefined>} */
function* pieces(report) {
  yield `\ufeff${SPACE.repeat(40)}{${SPACE}"version"\n:\t2.0 , "meta": {"headers": ["not", "these"], "rows": [[1]], "deep": [[[{"rows": []}]]]},\r\n`;
  yield `"note":"a \\"quoted\\" \\u005d}] text", "" : null, "r\\u006fws" :${SPACE}[`;
  for (let index = 0; index < report.rowCount; index++) {
    yield `${index === 0 ? "" : `${SPACE},${SPACE}`}${rowJson(report, index)}`;
  }
  yield `${SPACE}]\n,\n"between":[{"a":[]},"]",false,-0.0e-0],"he\\u0061ders"\t:\t[\n`;
  yield report.headers.map((header) => `  ${JSON.stringify(header)}`).join(`${SPACE},\n`);
  yield `\n]${SPACE},"Rows":"other case","row":[[]],"after":{"headers":null}${SPACE}}${SPACE.repeat(40)}`;
}

/**
 * @param {string} id
 * @param {import("./report.js").Report} report
 * @returns {import("./report.js").Report}
 */
export function inAwkwardLayout(id, report) {
  return { ...report, id, writeJson: () => blocksOf(pieces(report)) };
}
