/**
 * An engine whose every answer waits until the test gives it: what was asked, what was stopped and
 * in which order answers come is all in the test's hand. Cells read "r<row>c<column>".
 */

import { CellKind } from "../../model/cell.ts";
import { type ColumnId, type RowRange, viewRow } from "../../model/positions.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import { Cancelled } from "../../model/turn.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { OpenProgress, OpenResult, OrderSummary } from "../../worker/protocol.ts";

type Engine = Pick<EngineClient, "open" | "order" | "window" | "close" | "tryNow">;

export interface Asked<Result> {
  readonly text: string;
  readonly isStopped: () => boolean;
  readonly answer: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

export interface FakeOpen extends Asked<OpenResult> {
  readonly tell: (progress: OpenProgress) => void;
}

export interface FakeOrder extends Asked<OrderSummary> {
  /** Tells the rows to be looked at, of an order of so many rows. */
  readonly tell: (summary: OrderSummary) => void;
}

export interface FakeEngine {
  readonly engine: Engine;
  readonly opens: FakeOpen[];
  readonly orders: FakeOrder[];
  readonly windows: Asked<void>[];
  readonly closed: string[];
}

export function createFakeEngine(): FakeEngine {
  const opens: FakeOpen[] = [];
  const orders: FakeOrder[] = [];
  const windows: Asked<void>[] = [];
  const closed: string[] = [];
  return {
    opens,
    orders,
    windows,
    closed,
    engine: {
      open: (dataset, _source, onProgress, signal) => {
        const { asked, promise } = ask<OpenResult, OpenResult>(dataset, signal, (done) => done);
        opens.push({ ...asked, tell: (progress) => onProgress(progress, () => {}) });
        return promise;
      },
      order: (_dataset, query, signal, look, onFirst) => {
        const text = JSON.stringify(query.sort);
        const { asked, promise } = ask<OrderSummary, OrderSummary>(text, signal, (done) => done);
        const tell = (summary: OrderSummary) => {
          if (look === undefined) return;
          const end = viewRow(Math.min(look.range.end, summary.rowCount));
          const range = { start: look.range.start, end };
          onFirst?.({ ...summary, window: windowOf(range, look.columns) });
        };
        orders.push({ ...asked, tell });
        return promise;
      },
      window: (_dataset, _query, _tableRows, range, columns, signal) => {
        const text = `${range.start}-${range.end}`;
        const { asked, promise } = ask<void, RowWindow>(text, signal, () =>
          windowOf(range, columns),
        );
        windows.push(asked);
        return promise;
      },
      close: (dataset) => closed.push(dataset),
      tryNow: () => {},
    },
  };
}

function windowOf(range: RowRange, columns: readonly ColumnId[]): RowWindow {
  const rows = Array.from({ length: range.end - range.start }, (_, i) => range.start + i);
  return {
    range,
    rowIndices: Uint32Array.from(rows),
    columns: columns.map((id) => ({
      id,
      texts: rows.map((row) => `r${row}c${id}`),
      kinds: rows.map(() => CellKind.string),
    })),
  };
}

function ask<Answer, Result>(
  text: string,
  signal: AbortSignal | undefined,
  make: (answer: Answer) => Result,
): { asked: Asked<Answer>; promise: Promise<Result> } {
  interface Ends {
    readonly settle: (result: Result) => void;
    readonly refuse: (error: unknown) => void;
  }
  let ends: Ends | undefined;
  const promise = new Promise<Result>((settle, refuse) => {
    ends = { settle, refuse };
  });
  signal?.addEventListener("abort", () => ends?.refuse(new Cancelled()));
  const asked: Asked<Answer> = {
    text,
    isStopped: () => signal?.aborted === true,
    answer: (answer) => ends?.settle(make(answer)),
    fail: (error) => ends?.refuse(error),
  };
  return { asked, promise };
}

/** Lets promises and the cache's own timers run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
