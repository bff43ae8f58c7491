/**
 * The ways one report is read, each with a table of its own and what is kept of its queries: as sent,
 * without the lines set aside, and that with blank cells filled. All have the rows of the report as
 * sent in their places. A reading is made when it is first asked for; of filled ones the last few
 * are kept.
 */

import { AsideFinder } from "../../engine/asideFinder.ts";
import { withoutAside } from "../../engine/asideRows.ts";
import type { ProfiledTable } from "../../engine/columnProfile.ts";
import { FilledColumn } from "../../engine/filledColumn.ts";
import { FilledTable } from "../../engine/filledTable.ts";
import { createQueryRunner, type KindOf, type QueryRunner } from "../../engine/queryRunner.ts";
import { ReadTable } from "../../engine/readTable.ts";
import { allRows, type RowOrder } from "../../engine/rowOrder.ts";
import { summarise } from "../../engine/summarise.ts";
import type { TableBuilder } from "../../engine/tableBuilder.ts";
import { createValueLists, type ValueLists } from "../../engine/valueLists.ts";
import type { ColumnId } from "../../model/positions.ts";
import type { Query } from "../../model/query.ts";
import type { SetAside } from "../../model/tableSummary.ts";
import { createGroupCache, type GroupCache } from "./groupCache.ts";
import type { TurnMaker } from "./turns.ts";

export interface Reading {
  readonly table: ProfiledTable;
  readonly runner: QueryRunner;
  readonly groupCache: GroupCache;
  readonly valueLists: ValueLists;
  /** The kinds found so far, the same ones from the beginning of an order to its end. */
  readonly kindsNow: () => KindOf;
}

export interface Readings {
  readonly finder: AsideFinder;
  /** What nobody asked otherwise. */
  readonly usual: Reading;
  /** When this is done, it has all rows there were at the call. */
  of(query: Query): Promise<Reading>;
  /** All rows are shown in their order, where no filter or sort says otherwise. */
  hasAll(query: Query): boolean;
  /** The rows shown then. */
  order(): RowOrder;
  setAside(): SetAside | undefined;
  /** The whole report is in. */
  clear(): void;
}

/** The filled one on screen and the one that will replace it. */
const KEPT = 2;

export function createReadings(builder: TableBuilder, turns: TurnMaker): Readings {
  const sent = builder.table;
  const finder = new AsideFinder();
  const rowsOfWidth = (width: number) => builder.rowsOfWidth(width);
  const asSent = readingOf(sent);
  const usual = readingOf(new ReadTable(sent, finder, rowsOfWidth));
  const filled = new Map<string, { reading: Reading; columns: readonly FilledColumn[] }>();

  /** Columns that are filled already are shared. */
  const columnFilled = (id: ColumnId): readonly FilledColumn[] => {
    const column = sent.columns[id];
    if (column === undefined) return [];
    for (const { columns } of filled.values()) {
      const known = columns.find((one) => one.id === id);
      if (known !== undefined) return [known];
    }
    return [new FilledColumn(column)];
  };

  const fill = async (ids: readonly ColumnId[]): Promise<Reading> => {
    const name = ids.join();
    let found = filled.get(name);
    if (found === undefined) {
      const columns = ids.flatMap(columnFilled);
      const table = new ReadTable(new FilledTable(sent, columns), finder, rowsOfWidth);
      found = { reading: readingOf(table), columns };
    }
    filled.delete(name);
    filled.set(name, found);
    for (const oldest of filled.keys()) {
      if (filled.size > KEPT) filled.delete(oldest);
    }
    // Shared by all who ask: nobody's leaving stops it.
    const turn = turns(new AbortController().signal);
    for (const column of found.columns) await column.follow(sent, finder.rows, turn);
    return found.reading;
  };

  return {
    finder,
    usual,
    of: async ({ reading }) => {
      if (reading?.asSent === true) return asSent;
      return reading === undefined || reading.fill.length === 0 ? usual : fill(reading.fill);
    },
    hasAll: ({ reading }) => reading?.asSent === true || finder.rows.length === 0,
    order: () => {
      const { rowCount } = sent;
      const rows = withoutAside(undefined, usual.table, rowCount);
      return { ...allRows(rowCount), rowCount: rows?.length ?? rowCount, rows };
    },
    setAside: () => {
      const { rows, titles, headers, title, names } = finder;
      if (rows.length === 0) return undefined;
      const { columns, headerCount, raggedRows } = summarise(usual.table);
      const lines = { rows: rows.length, titles, headers, title, hasNames: names !== undefined };
      return { ...lines, columns, headerCount, raggedRows };
    },
    clear: () => {
      const fillings = Array.from(filled.values(), ({ reading }) => reading);
      for (const { groupCache, valueLists } of [asSent, usual, ...fillings]) {
        groupCache.clear();
        valueLists.clear();
      }
    },
  };
}

function readingOf(table: ProfiledTable): Reading {
  const kindsNow = (): KindOf => {
    const { columns } = summarise(table);
    return (column) => columns[column]?.kind ?? "text";
  };
  return {
    table,
    runner: createQueryRunner(table),
    groupCache: createGroupCache(table, kindsNow),
    valueLists: createValueLists(table),
    kindsNow,
  };
}
