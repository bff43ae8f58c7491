import { expect, test } from "vitest";
import { CellKind } from "../model/cell.ts";
import type { ColumnKind } from "../model/column.ts";
import { columnId, viewRow } from "../model/positions.ts";
import { ALL_ROWS, type Query } from "../model/query.ts";
import { Cancelled, UNINTERRUPTED, type Turn } from "../model/turn.ts";
import { createQueryRunner } from "./queryRunner.ts";
import { runQuery } from "./runQuery.ts";
import { encodedTable } from "./testing/encodedTable.ts";
import { workAhead } from "./workAhead.ts";

const KINDS: readonly ColumnKind[] = ["text", "money", "text", "text"];
const kindOf = (column: number): ColumnKind => KINDS[column] ?? "text";
const tableOf = (length: number) =>
  encodedTable(
    Array.from({ length }, (_, row) =>
      [
        `${row % 7}`,
        `${(row * 7919) % length}.5`,
        `no. ${(row * 31) % length}`,
        `another ${row}`,
      ].map((text) => ({ text, kind: CellKind.string })),
    ),
    (column) => (["codes", "decimal", "text", "text"] as const)[column]!,
  );
const sortedBy = (column: number): Query => ({
  ...ALL_ROWS,
  sort: [{ column: columnId(column), descending: false }],
});
const first = { start: viewRow(0), end: viewRow(10) };
const table = tableOf(40_000);

test("amounts and the first long text are in order before anybody asks", async () => {
  const runner = createQueryRunner(table);
  const looks = () =>
    Promise.all([1, 2, 3].map((at) => runner.look(sortedBy(at), first, UNINTERRUPTED, kindOf)));
  expect((await looks()).map((part) => part === undefined)).toEqual([false, false, false]);
  await workAhead(table, runner, kindOf, UNINTERRUPTED);
  expect((await looks()).map((part) => part === undefined)).toEqual([true, true, false]);
  for (const column of [1, 2]) {
    const order = await runner.run(sortedBy(column), UNINTERRUPTED, kindOf);
    expect(order).toEqual(await runQuery(table, sortedBy(column), UNINTERRUPTED, kindOf));
  }
});

test("in the order of texts that the view has", async () => {
  const runner = createQueryRunner(table);
  await workAhead(table, runner, kindOf, UNINTERRUPTED, "sv");
  const isKnown = async (column: number, collation?: Query["collation"]) => {
    const query = { ...sortedBy(column), collation };
    return (await runner.look(query, first, UNINTERRUPTED, kindOf)) === undefined;
  };
  expect([await isKnown(2, "sv"), await isKnown(2), await isKnown(2, "da")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("stops at any pause, and goes on from what it had", async () => {
  const pausesOf = async (runner: ReturnType<typeof createQueryRunner>, most: number) => {
    let pauses = 0;
    const turn: Turn = {
      due: () => true,
      next: () => {
        pauses += 1;
        return pauses > most ? Promise.reject(new Cancelled()) : Promise.resolve();
      },
    };
    const outcome = await workAhead(table, runner, kindOf, turn).then(
      () => "done",
      (cause: unknown) => (cause instanceof Cancelled ? "stopped" : "failed"),
    );
    return { pauses, outcome };
  };
  const whole = await pausesOf(createQueryRunner(table), Number.POSITIVE_INFINITY);
  expect(whole.outcome).toBe("done");
  const runner = createQueryRunner(table);
  expect(await pausesOf(runner, whole.pauses - 5)).toEqual({
    pauses: whole.pauses - 4,
    outcome: "stopped",
  });
  const again = await pausesOf(runner, Number.POSITIVE_INFINITY);
  expect(again.outcome).toBe("done");
  expect(again.pauses).toBeLessThan(whole.pauses);
});

test("a small report needs none of it", async () => {
  const turn: Turn = { due: () => true, next: () => Promise.reject(new Error("worked")) };
  const small = tableOf(1000);
  await expect(workAhead(small, createQueryRunner(small), kindOf, turn)).resolves.toBeUndefined();
});
