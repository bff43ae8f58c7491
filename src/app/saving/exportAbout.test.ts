import { expect, test } from "vitest";
import type { ColumnKey } from "../../model/column.ts";
import type { ReportId } from "../../model/reportId.ts";
import { readFingerprint } from "../../model/fingerprint.ts";
import { DEFAULT_VIEW, type ViewState } from "../../model/viewState.ts";
import { exportAbout } from "./exportAbout.ts";
import { exportName } from "./exportWords.ts";

const key = (name: string) => name as ColumnKey;
const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a" as ReportId;
const NOW = new Date(Date.UTC(2026, 10, 24, 13, 5, 59));

const linesOf = (view: Partial<ViewState>, sealed = true) =>
  exportAbout(
    {
      source: ID,
      view: { ...DEFAULT_VIEW, ...view },
      table: {
        rowCount: 10,
        columns: [],
        headerCount: 0,
        raggedRows: 0,
        sealed,
        fingerprint: sealed ? readFingerprint("a7f39c2104be51d0") : undefined,
      },
      columns: 3,
      filled: [],
      labelOf: (column) => column,
    },
    NOW,
  ).map(({ name, says }) => `${name}: ${says}`);

test("says which report and view it is of, every value of its filters, and when it was made", () => {
  const values = ["Acme", "Globex", "Initech", "Umbrella", "Hooli"];
  expect(
    linesOf({
      filters: [
        { kind: "is", column: key("Client"), values },
        { kind: "gte", column: key("Cost"), value: "10.50" },
      ],
      search: "cdn",
      sort: [
        { column: key("Cost"), descending: true },
        { column: key("Client"), descending: false },
      ],
    }),
  ).toEqual([
    `Report: ${ID}`,
    "Made: 2026-11-24 13:05 UTC",
    "Columns: 3 of 0",
    "Filters: Client is Acme, Globex, Initech, Umbrella or Hooli",
    ": Cost ≥ 10.50",
    'Search: "cdn" in any column',
    "Order: Cost, descending; then Client, ascending",
    "Fingerprint: a7f3 9c21 04be 51d0",
  ]);
});

test("says whose alphabet rows are sorted by, if they are", () => {
  const sort = [{ column: key("Client"), descending: false }];
  expect(linesOf({ sort, collation: "cs" })).toContainEqual(
    "Order: Client, ascending; alphabet: Czech",
  );
  expect(linesOf({ collation: "cs" })).toContainEqual("Order: as in the report");
});

test("says that rows are missing", () => {
  expect(linesOf({}, false)).toContainEqual(expect.stringMatching(/^Not complete: Rows of the/));
  expect(linesOf({}, false)).toContain("Fingerprint: not known");
});

test("a file's name says what it is of, and is safe whatever the column is called", () => {
  const splitBy = { id: 1 as never, label: "../Client: a/b", inFiles: true };
  expect(exportName(ID, "csv", false, undefined)).toBe(`report-${ID}-view.csv`);
  expect(exportName(ID, "csv", true, splitBy)).toBe(`report-${ID}-view-so-far-by-Client-a-b.zip`);
  expect(exportName({ file: "October.v2.xlsx" }, "json", false, undefined)).toBe(
    "October.v2-view.json",
  );
});
