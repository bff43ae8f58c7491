/**
 * The first rows of a view, block after block, so that the page stays usable while thousands of
 * them are drawn. Stops when the view changes or nobody wants them any more.
 */

import { useEffect, useState } from "react";
import { viewRow } from "../../model/positions.ts";
import { queryText } from "../../model/query.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import { useEngine } from "../data/engineContext.ts";
import type { Report } from "../report/useReport.ts";

const BLOCK_ROWS = 100;

export interface PrintRows {
  readonly blocks: readonly RowWindow[];
  /** Rows in these blocks. */
  readonly rows: number;
  readonly failed: boolean;
}

const NONE: PrintRows = { blocks: [], rows: 0, failed: false };

export function usePrintRows({ open, plan, shown }: Report, count: number): PrintRows {
  const engine = useEngine();
  const dataset = open?.data?.dataset;
  const { tableRows } = shown;
  const { query, shown: columns } = plan;
  const name = `${queryText(query)} ${columns.join()} ${tableRows} ${count}`;
  const [printed, setPrinted] = useState({ name, ...NONE });
  useEffect(() => {
    const stop = new AbortController();
    async function read(): Promise<void> {
      if (dataset === undefined) return;
      let blocks: readonly RowWindow[] = [];
      for (let start = 0; start < count; start += BLOCK_ROWS) {
        const end = viewRow(Math.min(start + BLOCK_ROWS, count));
        const range = { start: viewRow(start), end };
        // oxlint-disable-next-line no-await-in-loop -- each block is drawn before the next is read
        const block = await engine.window(dataset, query, tableRows, range, columns, stop.signal);
        blocks = [...blocks, block];
        setPrinted({ name, blocks, rows: block.range.end, failed: false });
      }
    }
    read().catch(() => {
      if (!stop.signal.aborted) setPrinted((old) => ({ ...old, name, failed: true }));
    });
    return () => stop.abort();
    // The name stands for the query, the columns and the rows.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [engine, dataset, name]);
  return printed.name === name ? printed : NONE;
}
