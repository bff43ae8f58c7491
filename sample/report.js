/*
 * What a sample report is: headers and a way to make any row. JSON, CSV and XLSX are written from
 * these same rows, so the three can be compared cell by cell. A cell that JavaScript cannot hold
 * (1e400, -0, 12345678901234567.12, a lone surrogate as an escape) is a RawJson: its JSON is written
 * as it stands.
 */

/** @typedef {string | number | boolean | null | RawJson | readonly unknown[] | { readonly [key: string]: unknown }} Cell */

/**
 * @typedef {object} Report
 * @property {string} id
 * @property {string} fileName without ending
 * @property {readonly string[]} headers
 * @property {number} rowCount
 * @property {(index: number) => readonly Cell[]} row
 * @property {boolean} [plain] true when no row holds a RawJson: rows may go through JSON.stringify whole
 * @property {() => Iterable<Buffer>} [writeJson] a layout of its own
 */

/** A cell given as JSON text. */
export class RawJson {
  /**
   * @param {string} json
   * @param {string} [text] what a text file says for it
   */
  constructor(json, text = json) {
    this.json = json;
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** @param {Cell} cell @returns {string} */
export function jsonOf(cell) {
  return cell instanceof RawJson ? cell.json : JSON.stringify(cell);
}

/**
 * The text of a cell in a CSV or XLSX file: nothing for null, JSON for a nested value.
 * @param {Cell | undefined} cell
 * @returns {string}
 */
export function textOf(cell) {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell;
  if (cell instanceof RawJson) return cell.toString();
  return JSON.stringify(cell);
}
