/**
 * Rows of a view as a CSV file, in a dialect, a chunk at a time. A line's end is a line's end only
 * outside quotes; a row that is one blank cell is `""`, as an empty line would be no row; a file never
 * begins with what makes Excel take it for something else (`ID`, `sep=`).
 */

import { noAlterations, type Alterations } from "../model/alterations.ts";
import { CellKind } from "../model/cell.ts";
import type { Turn } from "../model/turn.ts";
import type { CsvDialect, ExportedColumn } from "../model/viewExport.ts";
import type { GroupedRows } from "../engine/groupRows.ts";
import type { RowOrder } from "../engine/rowOrder.ts";
import type { ReportTable } from "../engine/table.ts";
import { encodeText } from "../engine/wtf8.ts";
import { ByteBuffer, bytesOf, CHUNK_BYTES } from "./byteBuffer.ts";
import { addTallies, ColumnFields, Mark } from "./columnFields.ts";
import { csvForm } from "./csvForm.ts";
import type { FileSink } from "./fileSink.ts";

/** Rows between two looks at the clock. */
const ROWS_PER_LOOK = 64;

export interface RowsToWrite {
  readonly table: ReportTable;
  readonly order: RowOrder;
  readonly columns: readonly ExportedColumn[];
  /** The view's groups, when it has them: the order's rows are theirs. */
  readonly groups?: GroupedRows | undefined;
  readonly turn: Turn;
  /** Hears how many rows are written, now and then. */
  readonly onRows: (rows: number) => void;
}

export async function writeCsv(
  { table, order, columns, turn, onRows }: RowsToWrite,
  dialect: CsvDialect,
  sink: FileSink,
): Promise<Alterations> {
  const altered = noAlterations();
  const out = new ByteBuffer();
  if (dialect.mark) out.text("\ufeff");
  altered.guarded += writeHeader(columns, dialect, out);

  const fields = columns.map(({ id, kind }) => new ColumnFields(table, id, csvForm(kind, dialect)));
  const separator = dialect.separator.charCodeAt(0);
  const lineEnd = bytesOf(dialect.lineEnd);
  const { rows, rowCount } = order;
  const count = fields.length;
  for (let place = 0; place < rowCount; place += 1) {
    const row = rows === undefined ? place : rows[place]!;
    for (let column = 0; column < count; column += 1) {
      if (column > 0) {
        out.reserve(1);
        out.bytes[out.at++] = separator;
      }
      const marks = fields[column]!.write(row, out);
      if (count === 1 && (marks & Mark.blank) !== 0) out.text('""');
    }
    out.copy(lineEnd, 0, lineEnd.length);
    if (out.at >= CHUNK_BYTES) {
      await sink.write(out.take());
      onRows(place + 1);
    }
    if (place % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  await sink.write(out.take());
  onRows(rowCount);
  addTallies(altered, fields);
  return altered;
}

/** Returns how many names look like formulas. */
function writeHeader(
  columns: readonly ExportedColumn[],
  dialect: CsvDialect,
  out: ByteBuffer,
): number {
  const form = csvForm("text", dialect);
  let guarded = 0;
  columns.forEach(({ name }, at) => {
    if (at > 0) out.text(dialect.separator);
    const from = out.at;
    const bytes = encodeText(name);
    const marks = form.text(bytes, 0, bytes.length, CellKind.string, out, false);
    if ((marks & Mark.guarded) !== 0) guarded += 1;
    if (name === "" && columns.length === 1) out.text('""');
    if (at === 0 && /^(?:ID|sep=)/i.test(name) && out.bytes[from] !== 0x22) {
      const plain = out.bytes.slice(from, out.at);
      out.at = from;
      out.text('"');
      out.copy(plain, 0, plain.length);
      out.text('"');
    }
  });
  out.text(dialect.lineEnd);
  return guarded;
}
