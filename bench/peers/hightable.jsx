/*
 * HighTable, as its documentation has it: a data frame over the parsed rows, made sortable by its
 * own helper; filtering is the application's part, by the rows that stay. A hidden column holds Cost
 * as a number to sort by, since the helper compares values as they are.
 */
import { HighTable, createGetRowNumber, sortableDataFrame } from "hightable";
import "hightable/src/HighTable.css";
import { useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { AMOUNTS } from "../columns.js";
import { fetchReport, textOf, useDriver } from "./shared.jsx";

/** @typedef {import("./shared.jsx").Report} Report */
/** @typedef {import("./shared.jsx").ReportRow} ReportRow */

const NAMES = Object.freeze({
  row: "tbody tr[aria-rowindex]",
  cell: '[role="cell"]',
  firstRow: 2,
  firstColumn: 2,
  scroller: '[class*="table-scroll"]',
  sideways: '[class*="table-scroll"]',
});

/** @param {string | undefined} header */
const numberOf = (header) => `${header} (number)`;

/** @param {Report} report @param {readonly ReportRow[]} rows */
function frameOf({ headers }, rows) {
  /** @type {Map<string, (row: ReportRow | undefined) => string | number>} */
  const readers = new Map();
  for (const [column, header] of headers.entries()) {
    readers.set(header, (row) => textOf(row?.[column]));
    if (AMOUNTS.includes(column)) readers.set(numberOf(header), (row) => Number(row?.[column]));
  }
  const names = [...headers, ...AMOUNTS.map((column) => numberOf(headers[column]))];
  return sortableDataFrame({
    columnDescriptors: headers.length === 0 ? [] : names.map((name) => ({ name })),
    numRows: rows.length,
    getRowNumber: createGetRowNumber({ numRows: rows.length }),
    getCell: ({ row, column }) => ({ value: readers.get(column)?.(rows[row]) }),
  });
}

/** @type {Report} */
const NOTHING = { headers: [], rows: [] };

/** @type {import("hightable").OrderBy} */
const NO_ORDER = [];

function Page() {
  const [report, setReport] = useState(NOTHING);
  const [rows, setRows] = useState(NOTHING.rows);
  const [orderBy, setOrderBy] = useState(NO_ORDER);
  const frame = useMemo(() => frameOf(report, rows), [report, rows]);
  /** @type {Record<string, { hidden: true }>} */
  const hidden = {};
  for (const column of AMOUNTS) hidden[numberOf(report.headers[column])] = { hidden: true };
  useDriver(
    {
      async open(url, key) {
        const report = await fetchReport(url, key);
        setReport(report);
        setRows(report.rows);
      },
      sort(column, descending) {
        const name = report.headers[column] ?? "";
        const key = AMOUNTS.includes(column) ? numberOf(name) : name;
        setOrderBy([{ column: key, direction: descending ? "descending" : "ascending" }]);
      },
      unsort: () => setOrderBy(NO_ORDER),
      filter(column, condition, value) {
        const needle = value.toLowerCase();
        setRows(
          report.rows.filter((row) => {
            const text = textOf(row[column]);
            return condition === "is" ? text === value : text.toLowerCase().includes(needle);
          }),
        );
      },
      clear: () => setRows(report.rows),
    },
    NAMES,
    () => rows.length,
  );
  if (report === NOTHING) return null;
  return (
    <div style={{ height: "100vh", display: "flex" }}>
      <HighTable
        data={frame}
        orderBy={orderBy}
        onOrderByChange={setOrderBy}
        columnsVisibility={hidden}
        focus={false}
      />
    </div>
  );
}

createRoot(/** @type {HTMLElement} */ (document.getElementById("root"))).render(<Page />);
