/** Shorter and longer rows are told apart, and no more is read than the list needs. */

import { describe, expect, it } from "vitest";
import { CellKind } from "../../model/cell.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { DatasetId } from "../../worker/protocol.ts";
import { findUnequalRows } from "./findUnequalRows.ts";

const HEADERS = 3;

/** An engine over rows of which only the number of cells is known. */
function engineOf(
  cells: (row: number) => number,
  asked: number[] = [],
): Pick<EngineClient, "window"> {
  return {
    window: (_dataset, _query, _tableRows, range, columns) => {
      asked.push(range.start);
      const rows = Array.from({ length: range.end - range.start }, (_, i) => range.start + i);
      return Promise.resolve({
        range,
        rowIndices: Uint32Array.from(rows),
        columns: columns.map((id) => ({
          id,
          texts: rows.map(() => ""),
          kinds: rows.map((row) => (id < cells(row) ? CellKind.null : CellKind.missing)),
        })),
      });
    },
  };
}

function find(engine: Pick<EngineClient, "window">, rowCount: number, raggedRows: number) {
  const table = { rowCount, raggedRows, headerCount: HEADERS, columnCount: 5, reading: undefined };
  return findUnequalRows(engine, "d" as DatasetId, table, new AbortController().signal);
}

describe("findUnequalRows", () => {
  it("finds shorter and longer rows", async () => {
    const lengths = [3, 2, 3, 5, 4, 0];
    expect(
      await find(
        engineOf((row) => lengths[row] ?? 0),
        6,
        4,
      ),
    ).toEqual([
      { place: 1, row: 1, than: "shorter" },
      { place: 3, row: 3, than: "longer" },
      { place: 4, row: 4, than: "longer" },
      { place: 5, row: 5, than: "shorter" },
    ]);
  });

  it("stops reading once all are found", async () => {
    const asked: number[] = [];
    const found = await find(
      engineOf((row) => (row === 7 ? 1 : 3), asked),
      1_000_000,
      1,
    );
    expect(found).toEqual([{ place: 7, row: 7, than: "shorter" }]);
    expect(asked).toEqual([0]);
  });

  it("lists no more than a person reads", async () => {
    expect(
      await find(
        engineOf(() => 1),
        5_000,
        5_000,
      ),
    ).toHaveLength(1_000);
  });
});
