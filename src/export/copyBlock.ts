/**
 * Cells for the clipboard, as tab-separated text and as an HTML table. Values are exact: what the
 * report has, not what the screen shows. In the table every cell says how it is to be read, to Excel
 * (`mso-number-format`) and to LibreOffice (`sdnum`, `sdval`): ids and whatever a spreadsheet's 15
 * digits would change are text, amounts are numbers with their decimals, in any language.
 */

import { type CellView, writtenText } from "../model/cell.ts";
import { type BlockToCopy, type CopiedBlock, MAX_COPIED_LETTERS } from "../model/copiedBlock.ts";
import { viewRow } from "../model/positions.ts";
import { ReportFailure } from "../model/reportError.ts";
import { tabField } from "../model/tabField.ts";
import type { Turn } from "../model/turn.ts";
import { readCell } from "../engine/readCell.ts";
import { reportRow, type RowOrder } from "../engine/rowOrder.ts";
import type { ReportTable } from "../engine/table.ts";

/** Rows between two looks at the clock. */
const ROWS_PER_LOOK = 500;

const AS_TEXT = ` style="mso-number-format:'\\@'" sdnum="1033;0;@"`;

/** Spreadsheets keep this many digits of a number. */
const KEPT_DIGITS = 15;

const PLAIN_NUMBER = /^-?(\d+)(?:\.(\d+))?$/;

export function copyBlock(
  table: ReportTable,
  order: RowOrder,
  block: BlockToCopy,
  turn: Turn,
): Promise<CopiedBlock> {
  return copyTexts(block, order.rowCount, turn, (row) => {
    const index = reportRow(order, viewRow(row));
    return block.columns.map(({ id }) => readCell(table, index, id));
  });
}

/** Lines of a block by their cells, one for each column. Fails when they are more than a clipboard takes. */
export async function copyTexts(
  { range, columns, headers }: BlockToCopy,
  rowCount: number,
  turn: Turn,
  cellsOf: (row: number) => readonly CellView[] | Promise<readonly CellView[]>,
): Promise<CopiedBlock> {
  const lines: string[] = [];
  const rows: string[] = [];
  if (headers) {
    lines.push(columns.map(({ label }) => tabField(label)).join("\t"));
    rows.push(`<tr>${columns.map(({ label }) => `<th>${escapeHtml(label)}</th>`).join("")}</tr>`);
  }
  const end = Math.min(range.end, rowCount);
  let letters = 0;
  for (let row = range.start as number; row < end; row += 1) {
    const read = cellsOf(row);
    const found = read instanceof Promise ? await read : read;
    const line = found.map((cell) => tabField(writtenText(cell))).join("\t");
    const cells = found.map((cell, at) => {
      const reading = columns[at]?.asText === true ? AS_TEXT : readingOf(cell.text);
      return `<td${reading}>${escapeHtml(writtenText(cell))}</td>`;
    });
    const tableRow = `<tr>${cells.join("")}</tr>`;
    letters += line.length + tableRow.length;
    if (letters > MAX_COPIED_LETTERS) {
      throw new ReportFailure({ code: "tooLarge", limit: "clipboard", rows: 0 });
    }
    lines.push(line);
    rows.push(tableRow);
    if (row % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  return {
    text: lines.join("\r\n"),
    html: `<meta charset="utf-8"><table>${rows.join("")}</table>`,
  };
}

/** How a cell that is no text by its column is to be read. */
function readingOf(text: string): string {
  const [, whole, fraction = ""] = PLAIN_NUMBER.exec(text) ?? [];
  if (whole === undefined) return "";
  const digits = (whole + fraction).replace(/^0+|0+$/g, "").length;
  if (digits > KEPT_DIGITS) return AS_TEXT;
  if (fraction === "") return ` sdval="${text}" sdnum="1033;0;0"`;
  const zeros = "0".repeat(fraction.length);
  return ` style="mso-number-format:'0\\.${zeros}'" sdval="${text}" sdnum="1033;0;0.${zeros}"`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/\r\n|\r|\n/g, "<br>");
}
