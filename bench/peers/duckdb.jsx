/*
 * DuckDB-WASM, as its documentation has it: the parsed report becomes Arrow batches that are
 * inserted into a table, amounts as exact decimals; the rows on screen are queried as needed
 * (ORDER BY, WHERE, LIMIT, OFFSET) and drawn by a plain virtual grid.
 */
import * as duckdb from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { Table } from "apache-arrow";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { textVector } from "./textVector.js";
import { VIRTUAL_GRID, VirtualGrid, fetchReport, textOf, useDriver } from "./shared.jsx";

/** @typedef {import("./shared.jsx").Report} Report */

const BATCH = 50_000;

/** Decimal places of the amounts, by column. */
const PLACES = Object.freeze({ 8: 12, 9: 2, 10: 12, 11: 10, 13: 10 });

const BLOCK = 100;

const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(workerUrl));
const connected = db.instantiate(wasmUrl).then(() => db.connect());

/** @param {Report} report @returns {Promise<void>} */
async function insert({ headers, rows }) {
  const connection = await connected;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const columns = headers.map((_, column) => [`c${column}`, textVector(batch, column)]);
    const table = new Table(Object.fromEntries(columns));
    await connection.insertArrowTable(table, { name: "report", create: start === 0 });
  }
  for (const [column, places] of Object.entries(PLACES)) {
    await connection.query(`ALTER TABLE report ALTER c${column} TYPE DECIMAL(38, ${places})`);
  }
}

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** @typedef {{ where: string, order: string, count: number }} View */

/** @typedef {Map<number, readonly string[][]>} Blocks by their number; empty while asked for */

/** @type {{ headers: readonly string[], view: View, blocks: Blocks }} */
const NOTHING = { headers: [], view: { where: "", order: "", count: 0 }, blocks: new Map() };

/**
 * @param {readonly string[]} headers
 * @param {View} view
 * @param {number} block
 */
async function readBlock(headers, view, block) {
  const columns = headers.map((_, column) => `c${column}::VARCHAR AS c${column}`).join(", ");
  const connection = await connected;
  const result = await connection.query(
    `SELECT ${columns} FROM report ${view.where} ${view.order} LIMIT ${BLOCK} OFFSET ${block * BLOCK}`,
  );
  return result.toArray().map((row) => headers.map((_, column) => textOf(row[`c${column}`])));
}

/** @param {string} where */
async function countOf(where) {
  const connection = await connected;
  const result = await connection.query(`SELECT count(*)::INTEGER AS n FROM report ${where}`);
  return Number(result.get(0)?.["n"]);
}

function Page() {
  const [{ headers, view, blocks }, setShown] = useState(NOTHING);

  /** A view is shown when its first rows are there. @param {readonly string[]} headers @param {View} view */
  async function show(headers, view) {
    const first = await readBlock(headers, view, 0);
    setShown({ headers, view, blocks: new Map([[0, first]]) });
  }

  /** @param {number} start @param {number} end */
  function want(start, end) {
    for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block++) {
      if (blocks.has(block)) continue;
      blocks.set(block, []);
      void readBlock(headers, view, block).then((rows) => {
        blocks.set(block, rows);
        setShown((now) => (now.blocks === blocks ? { ...now } : now));
      });
    }
  }

  useDriver(
    {
      async open(url, key) {
        const report = await fetchReport(url, key);
        await insert(report);
        await show(report.headers, { where: "", order: "", count: report.rows.length });
      },
      async sort(column, descending) {
        const order = `ORDER BY report.c${column} ${descending ? "DESC" : "ASC"} NULLS LAST`;
        await show(headers, { ...view, order });
      },
      unsort: () => void show(headers, { ...view, order: "" }),
      async filter(column, condition, value) {
        const where =
          condition === "is"
            ? `WHERE report.c${column} = ${quoted(value)}`
            : `WHERE report.c${column} ILIKE ${quoted(`%${value}%`)}`;
        await show(headers, { ...view, where, count: await countOf(where) });
      },
      async clear() {
        await show(headers, { ...view, where: "", count: await countOf("") });
      },
    },
    VIRTUAL_GRID,
    () => view.count,
  );

  return (
    <VirtualGrid
      count={view.count}
      headers={headers}
      onRange={want}
      renderCells={(index) =>
        blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK]?.map((text, column) => (
          // oxlint-disable-next-line react/no-array-index-key -- columns keep their places
          <div role="gridcell" aria-colindex={column + 1} className="cell" key={column}>
            {text}
          </div>
        ))
      }
    />
  );
}

// The engine is there before the report is asked for: starting it is not what is measured.
await connected;
createRoot(/** @type {HTMLElement} */ (document.getElementById("root"))).render(<Page />);
