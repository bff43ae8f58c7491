/**
 * Orders of one table by query and row count. Equal questions share one computation, which stops
 * when the last who asked has left. Finished orders are kept while they fit a budget of bytes,
 * the least recently used go first.
 */

import { allRows, type RowOrder } from "../../engine/rowOrder.ts";
import { queryText, type Query } from "../../model/query.ts";
import { Cancelled } from "../../model/turn.ts";

export interface OrderCache {
  /** Rejects with `Cancelled` at once when the signal is aborted. */
  get(query: Query, tableRows: number, signal: AbortSignal): Promise<RowOrder>;
  /** Whether it is there already. */
  has(query: Query, tableRows: number): boolean;
  /** Whether it is being made. */
  isUnderWay(query: Query, tableRows: number): boolean;
  /** Drops finished orders; unfinished ones are still answered but not kept. */
  clear(): void;
}

export type ComputeOrder = (
  query: Query,
  tableRows: number,
  signal: AbortSignal,
) => Promise<RowOrder>;

/** Four bytes a row: enough for four orders of a million rows. */
const BUDGET_BYTES = 16 * 1024 * 1024;
/** Kept whatever their size: the order on screen and the one that will replace it. */
const ALWAYS_KEPT = 2;

interface Computation {
  readonly controller: AbortController;
  readonly order: Promise<RowOrder>;
  waiting: number;
  /** Nobody may join any more; true when somebody could until now. */
  retire(): boolean;
}

/** `hasAll`: a query that asks nothing shows all rows in their order. */
export function createOrderCache(
  compute: ComputeOrder,
  hasAll: (query: Query) => boolean = () => true,
  budgetBytes: number = BUDGET_BYTES,
): OrderCache {
  const isIdentity = (query: Query) => asksNothing(query) && hasAll(query);

  /** Least recently used first. */
  const finished = new Map<string, RowOrder>();
  const computing = new Map<string, Computation>();

  const keep = (name: string, order: RowOrder): void => {
    finished.delete(name);
    finished.set(name, order);
    let bytes = 0;
    for (const { rows } of finished.values()) bytes += rows?.byteLength ?? 0;
    for (const [oldest, { rows }] of finished) {
      if (bytes <= budgetBytes || finished.size <= ALWAYS_KEPT) return;
      finished.delete(oldest);
      bytes -= rows?.byteLength ?? 0;
    }
  };

  const start = (name: string, query: Query, tableRows: number): Computation => {
    const controller = new AbortController();
    const computation: Computation = {
      controller,
      order: compute(query, tableRows, controller.signal),
      waiting: 0,
      retire: () => computing.get(name) === computation && computing.delete(name),
    };
    computing.set(name, computation);
    computation.order.then(
      (order) => {
        if (computation.retire()) keep(name, order);
      },
      () => computation.retire(),
    );
    return computation;
  };

  return {
    get: (query, tableRows, signal) => {
      if (signal.aborted) return Promise.reject(new Cancelled());
      if (isIdentity(query)) return Promise.resolve(allRows(tableRows));
      const name = nameOf(query, tableRows);
      const known = finished.get(name);
      if (known !== undefined) {
        keep(name, known);
        return Promise.resolve(known);
      }
      return join(computing.get(name) ?? start(name, query, tableRows), signal);
    },
    has: (query, tableRows) => isIdentity(query) || finished.has(nameOf(query, tableRows)),
    isUnderWay: (query, tableRows) => computing.has(nameOf(query, tableRows)),
    clear: () => {
      finished.clear();
      computing.clear();
    },
  };
}

/** One asker's part in a shared computation: each can leave, the last one to leave stops it. */
function join(computation: Computation, signal: AbortSignal): Promise<RowOrder> {
  computation.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(new Cancelled());
      computation.waiting -= 1;
      if (computation.waiting > 0) return;
      computation.retire();
      computation.controller.abort();
    };
    const settle = (): void => signal.removeEventListener("abort", leave);
    signal.addEventListener("abort", leave, { once: true });
    computation.order.then(resolve, reject).then(settle, settle);
  });
}

function nameOf(query: Query, tableRows: number): string {
  return `${tableRows} ${queryText(query)}`;
}

function asksNothing({ filters, search, sort }: Query): boolean {
  return filters.length === 0 && search === "" && sort.length === 0;
}
