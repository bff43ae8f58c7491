/*
 * AG Grid Community, as its documentation for client-side data has it: rows given as `rowData`, text
 * columns with the text filter, amounts with a comparator by value. Filters are set through its API:
 * its own fields wait half a second for more letters, which would be no measurement of the grid.
 */
import { AllCommunityModule, ModuleRegistry } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { AMOUNTS } from "../columns.js";
import { fetchReport, textOf, useDriver } from "./shared.jsx";

/** @typedef {import("./shared.jsx").ReportRow} ReportRow */

ModuleRegistry.registerModules([AllCommunityModule]);

const NAMES = Object.freeze({
  row: ".ag-grid-scrolling-container .ag-row",
  cell: '[role="gridcell"]',
  firstRow: 2,
  firstColumn: 1,
  scroller: ".ag-grid-viewport",
  sideways: ".ag-grid-viewport",
});

/** @param {string} a @param {string} b */
const byValue = (a, b) => Number(a) - Number(b);

/**
 * @param {string} headerName
 * @param {number} index
 * @returns {import("ag-grid-community").ColDef}
 */
function columnOf(headerName, index) {
  return {
    headerName,
    colId: String(index),
    field: String(index),
    width: 150,
    filter: "agTextColumnFilter",
    cellDataType: false,
    valueFormatter: /** @param {{ value: ReportRow[number] }} cell */ ({ value }) => textOf(value),
    ...(AMOUNTS.includes(index) ? { comparator: byValue } : {}),
  };
}

/** @type {{ columns: ReturnType<typeof columnOf>[], rows: ReportRow[] }} */
const NOTHING = { columns: [], rows: [] };

/** @type {import("ag-grid-community").GridApi} */
let api;

const FILTER_TYPES = Object.freeze({ contains: "contains", is: "equals" });

function Page() {
  const [{ columns, rows }, setReport] = useState(NOTHING);
  useDriver(
    {
      async open(url, key) {
        const report = await fetchReport(url, key);
        setReport({ columns: report.headers.map(columnOf), rows: report.rows });
      },
      sort(column, descending) {
        const sort = descending ? "desc" : "asc";
        api.applyColumnState({
          state: [{ colId: String(column), sort }],
          defaultState: { sort: null },
        });
      },
      unsort: () => api.applyColumnState({ defaultState: { sort: null } }),
      filter(column, condition, value) {
        const type = FILTER_TYPES[condition];
        api.setFilterModel({ [String(column)]: { filterType: "text", type, filter: value } });
      },
      clear: () => api.setFilterModel(null),
    },
    NAMES,
    () => api.getDisplayedRowCount(),
  );
  return (
    <div style={{ height: "100%" }}>
      <AgGridReact
        onGridReady={(ready) => {
          api = ready.api;
        }}
        rowData={rows}
        columnDefs={columns}
        rowHeight={30}
        animateRows={false}
      />
    </div>
  );
}

createRoot(/** @type {HTMLElement} */ (document.getElementById("root"))).render(<Page />);
