/**
 * What a person is likely to ask next, done while nothing is asked: amounts and the first long text
 * are put in order, the paths of filters and of selection are run once, as their first run costs
 * twice the later ones. Bounded: three columns of five bytes a row, working memory is given back.
 * May be stopped at any pause and called again; what is done stays.
 */

import type { Collation } from "../model/collation.ts";
import type { ColumnKind } from "../model/column.ts";
import { viewRow, type ColumnId } from "../model/positions.ts";
import { ALL_ROWS, type Query } from "../model/query.ts";
import type { Turn } from "../model/turn.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { createQueryRunner, type QueryRunner } from "./queryRunner.ts";
import { isCoded } from "./sortColumn.ts";
import type { ReportTable } from "./table.ts";
import { emptyWorkRoom } from "./workRoom.ts";

/** Below, all is quick; above, it would take long and much memory for what may never be asked. */
const LEAST_ROWS = 1 << 12;
const MOST_ROWS = 2_000_000;
const NUMBERS = 2;
const TEXTS = 1;
/** Columns of few values, by which rows are filtered most. */
const CODED = 2;

export async function workAhead(
  table: ReportTable,
  runner: QueryRunner,
  kindOf: (column: ColumnId) => ColumnKind,
  turn: Turn,
  collation?: Collation,
): Promise<void> {
  const { rowCount } = table;
  if (rowCount < LEAST_ROWS || rowCount > MOST_ROWS) return;
  const long: ColumnId[] = [];
  const coded: ColumnId[] = [];
  for (const { id } of table.columns) {
    const column = snapshotOf(table, id);
    if (column !== undefined) (isCoded(column, rowCount) ? coded : long).push(id);
  }
  const ofKind = (...kinds: ColumnKind[]): readonly ColumnId[] =>
    kinds.flatMap((kind) => long.filter((id) => kindOf(id) === kind));
  const numbers = ofKind("money", "decimal", "integer").slice(0, NUMBERS);
  const texts = ofKind("text").slice(0, TEXTS);
  try {
    for (const column of coded.slice(0, CODED)) await tryFilters(table, column, kindOf, turn);
    await tryPaths(table, [...numbers.slice(0, 1), ...texts], kindOf, turn);
    for (const column of [...numbers, ...texts]) {
      await runner.prepare(column, kindOf(column), collation, turn, rowCount);
    }
  } finally {
    emptyWorkRoom();
  }
}

const NOWHERE = "\u0001";

/** By a runner of its own: nothing of it is kept. */
async function tryPaths(
  table: ReportTable,
  columns: readonly ColumnId[],
  kindOf: (column: ColumnId) => ColumnKind,
  turn: Turn,
): Promise<void> {
  const runner = createQueryRunner(table);
  const first = { start: viewRow(0), end: viewRow(1) };
  for (const column of columns) {
    const sorted: Query = { ...ALL_ROWS, sort: [{ column, descending: true }] };
    await runner.look(sorted, first, turn, kindOf);
    await tryFilters(table, column, kindOf, turn);
  }
}

async function tryFilters(
  table: ReportTable,
  column: ColumnId,
  kindOf: (column: ColumnId) => ColumnKind,
  turn: Turn,
): Promise<void> {
  const runner = createQueryRunner(table);
  for (const filter of [
    { kind: "contains", column, value: NOWHERE },
    { kind: "is", column, values: [NOWHERE] },
  ] as const) {
    await runner.run({ ...ALL_ROWS, filters: [filter] }, turn, kindOf);
  }
}
