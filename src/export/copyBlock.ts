/**
 * Cells for the clipboard, as tab-separated text and as an HTML table. Values are exact: what the
 * report has, not what the screen shows. In the table, ids carry the number format `@`, which
 * spreadsheets read as "this is text", so `00231` and long numbers stay whole.
 */

import type { BlockToCopy, CopiedBlock } from "../model/copiedBlock.ts";
import { rowIndex, viewRow } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { readCell } from "../engine/readCell.ts";
import { reportRow, type RowOrder } from "../engine/rowOrder.ts";
import type { ReportTable } from "../engine/table.ts";

/** Rows between two looks at the clock. */
const ROWS_PER_LOOK = 500;

const AS_TEXT = ` style="mso-number-format:'\\@'"`;

export async function copyBlock(
  table: ReportTable,
  order: RowOrder,
  { range, columns, headers }: BlockToCopy,
  turn: Turn,
): Promise<CopiedBlock> {
  const lines: string[] = [];
  const rows: string[] = [];
  if (headers) {
    lines.push(columns.map(({ label }) => tabField(label)).join("\t"));
    rows.push(`<tr>${columns.map(({ label }) => `<th>${escapeHtml(label)}</th>`).join("")}</tr>`);
  }
  const end = Math.min(range.end, order.rowCount);
  for (let row = range.start as number; row < end; row += 1) {
    const index = rowIndex(reportRow(order, viewRow(row)));
    const texts = columns.map(({ id }) => readCell(table, index, id).text);
    lines.push(texts.map(tabField).join("\t"));
    const cells = texts.map((text, at) => {
      const style = columns[at]?.asText === true ? AS_TEXT : "";
      return `<td${style}>${escapeHtml(text)}</td>`;
    });
    rows.push(`<tr>${cells.join("")}</tr>`);
    if (row % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  return {
    text: lines.join("\r\n"),
    html: `<meta charset="utf-8"><table>${rows.join("")}</table>`,
  };
}

/** As spreadsheets write it: quoted only where a tab, quote or line break is inside. */
function tabField(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/\r\n|\r|\n/g, "<br>");
}
