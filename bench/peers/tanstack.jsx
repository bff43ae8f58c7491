/*
 * TanStack Table 9 with @tanstack/react-virtual, as their guides put them together: the whole report
 * parsed, its rows given as data, sorted and filtered by the table's own row models. Amounts are
 * read as numbers by the accessor, which the table keeps, and drawn as the report has them.
 */
import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_equalsString,
  filterFn_includesString,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { AMOUNTS, PRODUCT } from "../columns.js";
import { VIRTUAL_GRID, VirtualGrid, fetchReport, textOf, useDriver } from "./shared.jsx";

/** @typedef {import("./shared.jsx").ReportRow} ReportRow */

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text, basic: sortFn_basic },
  filterFns: { includesString: filterFn_includesString, equalsString: filterFn_equalsString },
});

/**
 * @param {string} header
 * @param {number} index
 * @returns {import("@tanstack/react-table").ColumnDef<typeof features, ReportRow>}
 */
function columnOf(header, index) {
  const isAmount = AMOUNTS.includes(index);
  return {
    id: String(index),
    header,
    /** @param {ReportRow} row */
    accessorFn: (row) => (isAmount ? Number(row[index]) : row[index]),
    /** @param {{ row: { original: ReportRow } }} info */
    cell: (info) => textOf(info.row.original[index]),
    filterFn: index === PRODUCT ? "equalsString" : "includesString",
    ...(isAmount ? { sortFn: "basic" } : {}),
  };
}

/** @type {{ headers: readonly string[], columns: ReturnType<typeof columnOf>[], rows: ReportRow[] }} */
const NOTHING = { headers: [], columns: [], rows: [] };

function Page() {
  const [{ headers, columns, rows: data }, setReport] = useState(NOTHING);
  const table = useTable({ features, columns, data });
  const { rows } = table.getRowModel();
  useDriver(
    {
      async open(url, key) {
        const report = await fetchReport(url, key);
        setReport({ ...report, columns: report.headers.map(columnOf) });
      },
      sort: (column, desc) => table.setSorting([{ id: String(column), desc }]),
      unsort: () => table.setSorting([]),
      filter: (column, _, value) => table.setColumnFilters([{ id: String(column), value }]),
      clear: () => table.setColumnFilters([]),
    },
    VIRTUAL_GRID,
    () => rows.length,
  );
  return (
    <VirtualGrid
      count={rows.length}
      headers={headers}
      renderCells={(index) =>
        rows[index]?.getAllCells().map((cell, column) => (
          // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text is the label
          <div role="gridcell" aria-colindex={column + 1} className="cell" key={cell.id}>
            <table.FlexRender cell={cell} />
          </div>
        ))
      }
    />
  );
}

createRoot(/** @type {HTMLElement} */ (document.getElementById("root"))).render(<Page />);
