/**
 * The view as a workbook, written as a stream: sheets of rows (more of them where one is full, or one
 * for each value of a column), then "Totals" and "About". Nothing but the distinct values of the
 * report's dictionaries is held; every part is packed and passed on while it is written.
 */

import { noAlterations, type Alteration, type Alterations } from "../model/alterations.ts";
import { writtenText } from "../model/cell.ts";
import { viewRow } from "../model/positions.ts";
import { MAX_SHEET_ROWS, type ViewExport } from "../model/viewExport.ts";
import type { RowOrder } from "../engine/rowOrder.ts";
import { bytesOf } from "./byteBuffer.ts";
import { addMarks, addTallies, ColumnFields } from "./columnFields.ts";
import { totalLines } from "./exportTotals.ts";
import { aboutSheet, totalsSheet, type PartTotals } from "./extraSheets.ts";
import type { FileSink } from "./fileSink.ts";
import { SharedTexts } from "./sharedTexts.ts";
import { sheetGroups } from "./sheetGroups.ts";
import { sheetForm } from "./sheetForm.ts";
import { sheetNames } from "./sheetName.ts";
import { writeSheetRows } from "./sheetRows.ts";
import { MOST_SUM_LINES, sumLines } from "./sheetSums.ts";
import { statedSlashes } from "./statedSlashes.ts";
import { smallSheetXml } from "./smallSheet.ts";
import { splitRows, type RowGroup } from "./splitRows.ts";
import { StyleBook } from "./styleBook.ts";
import {
  contentTypesXml,
  packageLinksXml,
  partEnd,
  partStart,
  partXml,
  workbookLinksXml,
  workbookXml,
} from "./workbookParts.ts";
import type { RowsToWrite } from "./writeCsv.ts";
import { createZipWriter } from "./zipWriter.ts";

export interface WrittenParts {
  readonly parts: number;
  readonly altered: Alterations;
  /** There are groups, but not their lines; unless it says otherwise, a file has none. */
  readonly groupLinesLeftOut?: boolean;
}

/** Header, a line apart, and the sums. */
const ROWS_BESIDE = 2 + MOST_SUM_LINES;
/** A part of a workbook must stay below 4 GiB. */
const MOST_CELLS = 60_000_000;
/** Place of `keptAsText` among the alterations of a column. */
const KEPT_AS_TEXT = 1;

interface PlannedSheet {
  readonly name: string;
  readonly order: RowOrder;
  readonly start: number;
  readonly end: number;
}

export async function writeXlsx(
  rows: Omit<RowsToWrite, "columns">,
  view: ViewExport,
  sink: FileSink,
  now: Date,
  sheetRows: number = MAX_SHEET_ROWS,
): Promise<WrittenParts> {
  const { table, order, turn } = rows;
  const { columns, totals, splitBy } = view;
  const split = splitBy && (await splitRows(table, order, splitBy.id, turn));
  const perSheet = Math.max(
    1,
    Math.min(sheetRows - ROWS_BESIDE, Math.floor(MOST_CELLS / columns.length)),
  );
  const groups =
    rows.groups === undefined || split !== undefined
      ? undefined
      : await sheetGroups(table, rows.groups, columns, totals, perSheet, turn);
  const groupLines = groups?.count ?? 0;
  const groupLinesLeftOut = rows.groups !== undefined && groups === undefined;
  const sheets = planSheets(split, order, perSheet);
  const altered: Record<Alteration, number> = noAlterations();
  const zip = createZipWriter(sink, now);
  const part = (name: string, xml: string): Promise<void> =>
    zip.entry(name, async (entry) => entry.write(copyOf(xml)));

  const count = sheets.length + 2;
  await part("[Content_Types].xml", contentTypesXml(count));
  await part("_rels/.rels", packageLinksXml());
  await part("xl/_rels/workbook.xml.rels", workbookLinksXml(count));
  await part(
    "xl/workbook.xml",
    workbookXml([
      ...sheets.map(({ name, start, end }) => ({
        name,
        filtered: { columns: columns.length, rows: end - start + groupLines },
      })),
      { name: TOTALS, filtered: undefined },
      { name: ABOUT, filtered: undefined },
    ]),
  );

  const styles = new StyleBook();
  const shared = new SharedTexts();
  const fields: ColumnFields[] = [];
  for (const column of columns) {
    const isOfDates = column.kind === "date" || column.kind === "datetime";
    const slashes = isOfDates
      ? await statedSlashes(table, column.id, order.tableRows, turn)
      : undefined;
    fields.push(new ColumnFields(table, column.id, sheetForm(column, slashes, styles, shared)));
  }

  let written = 0;
  for (const [at, sheet] of sheets.entries()) {
    const { start, end } = sheet;
    const keptBefore = fields.map(({ tally }) => tally[KEPT_AS_TEXT]!);
    await zip.entry(`xl/worksheets/sheet${at + 1}.xml`, async (entry) => {
      await entry.write(copyOf(partStart("worksheet")));
      const marks = await writeSheetRows(
        {
          columns,
          fields,
          rows: sheet.order.rows,
          start,
          end,
          isFirst: at === 0,
          groups,
          styles,
          turn,
          onRows: (done) => rows.onRows(written + done),
          sums: () =>
            sumLines({
              table,
              order: sheet.order,
              range: { start: viewRow(start), end: viewRow(end) },
              groupLines,
              columns,
              totals,
              keepsTexts: (column) => fields[column]!.tally[KEPT_AS_TEXT]! > keptBefore[column]!,
              turn,
            }),
        },
        entry,
      );
      if (at === 0) for (const mark of marks) addMarks(altered, mark);
      await entry.write(copyOf(partEnd("worksheet")));
    });
    written += end - start;
  }
  addTallies(altered, fields);

  const all = await totalLines(table, order, totals, turn);
  const parts: PartTotals[] = [];
  for (const { value, order: own } of split ?? []) {
    parts.push({
      value: writtenText(value),
      rows: own.rowCount,
      lines: await totalLines(table, own, totals, turn),
    });
  }
  const extra = [
    totalsSheet(view, all, order.rowCount, parts),
    aboutSheet(view, { altered, groupLinesLeftOut }, order),
  ];
  for (const [at, sheet] of extra.entries()) {
    const name = `xl/worksheets/sheet${sheets.length + at + 1}.xml`;
    await part(name, partXml("worksheet", smallSheetXml(sheet, styles)));
  }
  await part("xl/styles.xml", partXml("styleSheet", styles.xml()));
  await zip.entry("xl/sharedStrings.xml", async (entry) => {
    await entry.write(copyOf(partStart("sst")));
    await shared.write(entry);
    await entry.write(copyOf(partEnd("sst")));
  });
  await zip.finish();
  return { parts: sheets.length, altered, groupLinesLeftOut };
}

const TOTALS = "Totals";
const ABOUT = "About";
const REPORT = "Report";

/** At least one sheet, also for no rows. */
function planSheets(
  split: readonly RowGroup[] | undefined,
  order: RowOrder,
  perSheet: number,
): readonly PlannedSheet[] {
  const nameOf = sheetNames([TOTALS, ABOUT]);
  const parts =
    split === undefined || split.length === 0
      ? [{ name: REPORT, order }]
      : split.map(({ value, order: own }) => ({ name: writtenText(value), order: own }));
  return parts.flatMap(({ name, order: own }) => {
    const sheets: PlannedSheet[] = [];
    let start = 0;
    do {
      const end = Math.min(own.rowCount, start + perSheet);
      sheets.push({ name: nameOf(name), order: own, start, end });
      start = end;
    } while (start < own.rowCount);
    return sheets;
  });
}

function copyOf(xml: string): Uint8Array<ArrayBuffer> {
  return bytesOf(xml).slice();
}
