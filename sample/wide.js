/*
 * Reports with many columns: 94, as a cloud usage export has, and 2,000, which nobody has but a
 * grid must survive. Values differ in kind by column so that every column type occurs.
 */
import { Random, mix, uuidOf } from "./random.js";

const KINDS = ["key", "text", "amount", "count", "date", "flag", "blank"];

/** @param {Random} random @param {number} column @returns {import("./report.js").Cell} */
function cell(random, column) {
  const value = random.next();
  switch (column % KINDS.length) {
    case 0:
      return uuidOf(value % 50, column).slice(0, 8);
    case 1:
      return `item ${value % 120}`;
    case 2:
      return `${value % 10_000}.${String(value % 9_999_991).padStart(10, "0")}`;
    case 3:
      return value % 1_000;
    case 4:
      return `2026-10-${String(1 + (value % 31)).padStart(2, "0")}T${String(value % 24).padStart(2, "0")}:00:00Z`;
    case 5:
      return value % 3 === 0;
    default:
      return value % 20 === 0 ? "rare" : null;
  }
}

/**
 * @param {string} id
 * @param {number} columns
 * @param {number} rowCount
 * @returns {import("./report.js").Report}
 */
export function wideReport(id, columns, rowCount) {
  return {
    id,
    fileName: `usage-${columns}-columns`,
    headers: Array.from(
      { length: columns },
      (_, i) => `${KINDS[i % KINDS.length]}/${String(i + 1).padStart(4, "0")}`,
    ),
    rowCount,
    row: (index) => {
      const random = new Random(mix(columns, index));
      return Array.from({ length: columns }, (_, column) => cell(random, column));
    },
    plain: true,
  };
}
