/** Which changes of columns reach the cells of the body. */

import { describe, expect, it } from "vitest";
import type { ColumnKey } from "../model/column.ts";
import { TEXT_COLUMNS } from "./testing/textColumns.ts";
import { keepPlainColumns } from "./usePlainColumns.ts";

describe("keepPlainColumns", () => {
  it("keeps the list when only sorts and filters differ", () => {
    const keep = keepPlainColumns();
    const before = keep(TEXT_COLUMNS);
    const sort = { descending: true, position: undefined };
    expect(keep(TEXT_COLUMNS.map((column) => ({ ...column, sort, filtered: true })))).toBe(before);
    expect(before.map(({ sort, filtered }) => [sort, filtered])).toEqual([
      [undefined, false],
      [undefined, false],
    ]);
  });

  it.each([
    { label: "Other" },
    { kind: "money" },
    { width: 120 },
    { fractionDigits: 2 },
    { pinned: "left" },
    { key: "C0 again" as ColumnKey },
  ] as const)("gives a new column for %j, and the others as before", (part) => {
    const keep = keepPlainColumns();
    const before = keep(TEXT_COLUMNS);
    const after = keep(
      TEXT_COLUMNS.map((column, at) => (at === 0 ? { ...column, ...part } : column)),
    );
    expect(after[0]).toEqual({ ...TEXT_COLUMNS[0], ...part });
    expect(after[1]).toBe(before[1]);
  });

  it("gives other columns in another order", () => {
    const keep = keepPlainColumns();
    keep(TEXT_COLUMNS);
    expect(keep(TEXT_COLUMNS.toReversed()).map(({ key }) => key)).toEqual(["C1", "C0"]);
  });
});
