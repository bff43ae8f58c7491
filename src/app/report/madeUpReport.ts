/** A small report of nobody's, for the rehearsal. */

import type { ColumnKey } from "../../model/column.ts";

const ROWS = 3_000;

const HEADERS = [
  "Client ID",
  "Company",
  "Product",
  "Date",
  "Currency",
  "Cost",
  "Usage",
  "Id",
  "Text",
  "Deleted",
  "Comment",
];

export const AMOUNT = "Cost" as ColumnKey;
export const PRODUCT = "Product" as ColumnKey;
export const TEXT = "Text" as ColumnKey;

/** Names in letters whose typefaces are looked for when they are first drawn. */
const NAMES = ["Company “é”", "株式会社", "شركة", "Компания"];

/**
 * What reports are like: few clients and products, one client's rows together, amounts as text of many
 * digits, some below zero or too long for a double, ids, words, gaps. What was compiled for less than
 * that is thrown away when more comes.
 */
export function madeUpReport(): string {
  const products = ["CDN", "Cloud", "DNS", "Storage"];
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const mixed = (i * 2_654_435_761) % 1_000_003;
    const client = Math.floor(i / 75);
    return [
      String(1_000 + client),
      `${NAMES[client % NAMES.length]} ${client}`,
      products[mixed % 4],
      `2026-10-${String(1 + (i % 28)).padStart(2, "0")}`,
      i % 3 === 0 ? "USD" : "EUR",
      amountOf(i, mixed),
      mixed,
      `00000000-0000-4000-8000-${String(mixed).padStart(12, "0")}`,
      i % 7 === 0 ? null : `A server ${mixed} at "host ${i % 100}"`,
      i % 20 === 0,
      i % 9 === 0 ? `agreed by phone, ticket ${i}` : null,
    ];
  });
  // With white space here and there.
  return JSON.stringify({ headers: HEADERS, rows }).replaceAll(",null", ", null");
}

function amountOf(row: number, mixed: number): string | null {
  if (row % 97 === 0) return null;
  if (row % 101 === 0) return `${mixed}.123456789012`;
  return (row % 51 === 0 ? "-" : "") + (mixed / 997).toFixed(row % 5 === 0 ? 2 : 12);
}
