/*
 * What must be on screen, computed from the sample's own rows and by nothing of the contenders: the
 * order of the amounts, the first texts in each contender's own text order, counts of the filters,
 * and the exact texts of any row. One pass over the rows for each size, kept.
 */
import { findReport } from "../sample/reports.js";
import { textOf } from "../sample/report.js";
import { COST, DESCRIPTION, NEEDLE, PRODUCT, PRODUCT_VALUE } from "./columns.js";

/** Rows that are compared after each operation; fewer than any screen shows. */
export const FIRST_ROWS = 8;

/** @typedef {"natural" | "alphanumeric" | "codeUnits"} TextOrder */

/** @typedef {(a: string, b: string) => number} Compare */

const collator = new Intl.Collator("en", { numeric: true });

/** @type {Record<TextOrder, Compare>} */
const COMPARE = {
  natural: (a, b) => collator.compare(a, b),
  alphanumeric: byParts,
  codeUnits: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
};

/**
 * Lower case; figures by value, what is between them by code units.
 * @type {Compare}
 */
function byParts(a, b) {
  const [x, y] = [a, b].map((text) => text.toLowerCase().split(/(\d+)/).filter(Boolean));
  for (let i = 0; i < Math.min(x?.length ?? 0, y?.length ?? 0); i++) {
    const [p = "", q = ""] = [x?.[i], y?.[i]];
    const [m, n] = [Number.parseInt(p, 10), Number.parseInt(q, 10)];
    if (Number.isNaN(m) !== Number.isNaN(n)) return Number.isNaN(m) ? -1 : 1;
    if (Number.isNaN(m) && p !== q) return p < q ? -1 : 1;
    if (m !== n && !Number.isNaN(m)) return m - n;
  }
  return (x?.length ?? 0) - (y?.length ?? 0);
}

/**
 * @typedef {object} Oracle
 * @property {number} rowCount
 * @property {(row: number) => readonly string[]} textsOf a row of the report, exact
 * @property {(rank: number) => string} costAt of the view sorted by Cost, descending
 * @property {Record<TextOrder, readonly string[]>} firstTexts of Description, ascending
 * @property {{ count: number, texts: readonly string[] }} containing Description with the needle
 * @property {{ count: number, texts: readonly string[] }} withProduct
 */

/**
 * @param {string} id
 * @param {ReadonlySet<TextOrder>} orders the ones that are needed; the others stay empty
 * @returns {Oracle}
 */
export function readOracle(id, orders) {
  const report = findReport(id);
  if (report === undefined) throw new Error(`There is no sample ${id}.`);
  const { rowCount } = report;
  const textsOf = /** @param {number} row */ (row) => report.row(row).map(textOf);
  const costs = new Float64Array(rowCount);
  const firstTexts = /** @type {Record<TextOrder, string[]>} */ ({
    natural: [],
    alphanumeric: [],
    codeUnits: [],
  });
  const containing = { count: 0, texts: /** @type {string[]} */ ([]) };
  const withProduct = { count: 0, texts: /** @type {string[]} */ ([]) };
  for (let index = 0; index < rowCount; index++) {
    const row = report.row(index);
    // Twelve places, below 2^53 without the point: a double holds it exactly.
    costs[index] = Number(textOf(row[COST]).replace(".", ""));
    const description = textOf(row[DESCRIPTION]);
    for (const order of orders) keepFirst(firstTexts[order], description, COMPARE[order]);
    if (description.includes(NEEDLE)) note(containing, description);
    if (row[PRODUCT] === PRODUCT_VALUE) note(withProduct, PRODUCT_VALUE);
  }
  // Any order of equal costs will do, as only costs are compared.
  const sorted = costs.slice().sort().reverse();
  return {
    rowCount,
    textsOf,
    costAt: (rank) => textsOf(costs.indexOf(sorted[rank] ?? Number.NaN))[COST] ?? "",
    firstTexts,
    containing,
    withProduct,
  };
}

/** @param {{ count: number, texts: string[] }} found @param {string} text */
function note(found, text) {
  found.count++;
  if (found.texts.length < FIRST_ROWS) found.texts.push(text);
}

/** @param {string[]} texts sorted @param {string} text @param {Compare} compare */
function keepFirst(texts, text, compare) {
  const last = texts[FIRST_ROWS - 1];
  if (last !== undefined && compare(text, last) >= 0) return;
  let at = texts.length;
  while (at > 0 && compare(texts[at - 1] ?? "", text) > 0) at--;
  texts.splice(at, 0, text);
  texts.length = Math.min(texts.length, FIRST_ROWS);
}
