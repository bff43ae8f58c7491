/*
 * The reports of the sample API by id. The table is plain data that tests and documents may read;
 * findReport turns an id into rows. Same id, same bytes, always. Two ids carry the month in another
 * wrapping (Content-Length known, gzip), because real servers do both.
 */
import { awkwardReport } from "./awkward.js";
import { inAwkwardLayout } from "./awkwardLayout.js";
import { MONTH_HEADERS, monthRows } from "./month.js";
import { oldStyleReport } from "./oldStyle.js";
import { wideReport } from "./wide.js";

/** @typedef {import("./report.js").Report} Report */

export const SAMPLE_REPORTS = Object.freeze({
  month: {
    id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    name: "A reseller's month",
    description: "October 2026: 1,204 rows, 20 columns, 24 clients, EUR and USD.",
  },
  rows10k: {
    id: "00000000-5a3e-4b1e-8000-000000010000",
    name: "10,000 rows",
    description: "The same month with 240 clients.",
  },
  rows100k: {
    id: "00000000-5a3e-4b1e-8000-000000100000",
    name: "100,000 rows",
    description: "The same month, about 35 MB of JSON.",
  },
  rows1m: {
    id: "00000000-5a3e-4b1e-8000-000001000000",
    name: "1,000,000 rows",
    description: "The same month, about 350 MB of JSON, kept in memory once made.",
  },
  rows5m: {
    id: "00000000-5a3e-4b1e-8000-000005000000",
    name: "5,000,000 rows",
    description:
      "The same month, about 1.75 GB of JSON, made anew for each request; no XLSX (400).",
  },
  awkward: {
    id: "00000000-5a3e-4b1e-8000-00000000a3ca",
    name: "Awkward values",
    description: "Ragged rows, odd headers, nested cells, numbers beyond a double, every script.",
  },
  awkwardLayout: {
    id: "00000000-5a3e-4b1e-8000-00000000a3cb",
    name: "Awkward layout",
    description: "The awkward values with rows before headers, unknown keys, byte-order mark.",
  },
  oldStyle: {
    id: "00000000-5a3e-4b1e-8000-0000000001d0",
    name: "Old style",
    description: "Title row, header repeated per client, client named once per block.",
  },
  oldStyleTitle: {
    id: "00000000-5a3e-4b1e-8000-0000000001d1",
    name: "Old style, title as headers",
    description: "The same with the title line where the headers belong.",
  },
  empty: {
    id: "00000000-5a3e-4b1e-8000-000000000000",
    name: "No rows",
    description: "Headers, no rows.",
  },
  oneRow: {
    id: "00000000-5a3e-4b1e-8000-000000000001",
    name: "One row",
    description: "Headers and a single row.",
  },
  wide: {
    id: "00000000-5a3e-4b1e-8000-000000000094",
    name: "94 columns",
    description: "1,000 rows of 94 columns.",
  },
  veryWide: {
    id: "00000000-5a3e-4b1e-8000-000000002000",
    name: "2,000 columns",
    description: "500 rows of 2,000 columns.",
  },
  monthLength: {
    id: "00000000-5a3e-4b1e-8000-00000000c1e4",
    name: "The month, length known",
    description: "The month sent with a Content-Length instead of in chunks.",
  },
  monthGzip: {
    id: "00000000-5a3e-4b1e-8000-00000000921b",
    name: "The month, compressed",
    description: "The month sent with Content-Encoding: gzip.",
  },
});

const SEED = 20_261_001;

/**
 * @param {string} id
 * @param {number} rowCount
 * @returns {Report}
 */
function monthReport(id, rowCount) {
  return {
    id,
    fileName: "reseller-month-2026-10",
    headers: MONTH_HEADERS,
    rowCount,
    row: monthRows(rowCount, SEED),
    plain: true,
  };
}

const MONTH_ROWS = 1_204;

/** @type {Record<keyof typeof SAMPLE_REPORTS, (id: string) => Report>} */
const MAKERS = {
  month: (id) => monthReport(id, MONTH_ROWS),
  rows10k: (id) => monthReport(id, 10_000),
  rows100k: (id) => monthReport(id, 100_000),
  rows1m: (id) => monthReport(id, 1_000_000),
  rows5m: (id) => monthReport(id, 5_000_000),
  awkward: awkwardReport,
  awkwardLayout: (id) => inAwkwardLayout(id, awkwardReport(id)),
  oldStyle: (id) => oldStyleReport(id, { titleAsHeaders: false }),
  oldStyleTitle: (id) => oldStyleReport(id, { titleAsHeaders: true }),
  empty: (id) => monthReport(id, 0),
  oneRow: (id) => monthReport(id, 1),
  wide: (id) => wideReport(id, 94, 1_000),
  veryWide: (id) => wideReport(id, 2_000, 500),
  monthLength: (id) => monthReport(id, MONTH_ROWS),
  monthGzip: (id) => monthReport(id, MONTH_ROWS),
};

const BY_ID = new Map(
  Object.entries(SAMPLE_REPORTS).map(([key, { id }]) => [
    id,
    MAKERS[/** @type {keyof typeof SAMPLE_REPORTS} */ (key)],
  ]),
);

/** @param {string} id in lower case @returns {Report | undefined} */
export function findReport(id) {
  return BY_ID.get(id)?.(id);
}
