import { expect, test } from "vitest";
import type { ColumnKey } from "../../model/column.ts";
import { readFingerprint } from "../../model/fingerprint.ts";
import type { SetAside, TableSummary } from "../../model/tableSummary.ts";
import { DEFAULT_VIEW, type ViewState } from "../../model/viewState.ts";
import { asideText, asSentText, linesAbout } from "./lineTexts.ts";
import { dataRows, ownView, seenTable, seenView, sharedView } from "./seenReport.ts";

const lines: SetAside = {
  titles: 1,
  headers: 2,
  rows: 3,
  title: "1180 Northwind",
  hasNames: false,
  columns: [],
  headerCount: 5,
  raggedRows: 0,
};
const table = (setAside: SetAside | undefined): TableSummary => ({
  rowCount: 10,
  columns: [],
  headerCount: 2,
  raggedRows: 9,
  sealed: true,
  setAside,
});
const fingerprint = readFingerprint("a7f39c2104be51d0");
const link = (view: Partial<ViewState>, isProven: boolean) => ({
  view: { ...DEFAULT_VIEW, ...view },
  fingerprint: isProven ? fingerprint : undefined,
});
const fill = ["Client" as ColumnKey];

test("a link that was made before lines were set aside shows what its sender saw", () => {
  expect(seenView(link({}, true), table(lines)).lines).toBe("sent");
  // Made by this version, or by nobody's program, or where it makes no difference.
  expect(seenView(link({ lines: "aside" }, true), table(lines)).lines).toBe("aside");
  expect(seenView(link({ fill }, true), table(lines)).lines).toBeUndefined();
  expect(seenView(link({}, false), table(lines)).lines).toBeUndefined();
  expect(seenView(link({}, true), table(undefined)).lines).toBeUndefined();
});

test("a view of one's own shows on the page of a link what it shows elsewhere", () => {
  for (const view of [{}, { fill }, { lines: "sent" as const }, { lines: "aside" as const }]) {
    for (const isProven of [true, false]) {
      const own = link(view, false);
      const page = { ...own, fingerprint: isProven ? fingerprint : undefined };
      const seen = seenView({ ...page, view: ownView(own.view, page) }, table(lines));
      expect(seen.lines ?? "aside").toBe(seenView(own, table(lines)).lines ?? "aside");
    }
  }
});

test("a shared link opens as its sender sees it", () => {
  for (const isProven of [true, false]) {
    for (const view of [
      {},
      { fill },
      { lines: "sent" as const },
      { lines: "aside" as const, fill },
    ]) {
      const route = link(view, isProven);
      const shared = { view: sharedView(route, table(lines)), fingerprint };
      const seen = seenView(route, table(lines));
      expect(seenView(shared, table(lines))).toEqual({ ...seen, lines: seen.lines ?? "aside" });
      expect(sharedView(route, table(undefined))).toBe(route.view);
    }
  }
});

test("rows and columns are those of the data, unless the report is shown as sent", () => {
  const seen = seenTable(table(lines), DEFAULT_VIEW);
  expect(seen).toMatchObject({ headerCount: 5, raggedRows: 0, rowCount: 10 });
  expect(dataRows(seen, 10)).toBe(7);
  const sent = seenTable(table(lines), { ...DEFAULT_VIEW, lines: "sent" });
  expect(sent).toMatchObject({ headerCount: 2, raggedRows: 9 });
  expect(dataRows(sent, 10)).toBe(10);
});

test("what is set aside and filled is said, in files too", () => {
  expect(asideText(lines)).toBe("1 title line and 2 repeated header lines are set aside.");
  expect(asideText({ ...lines, titles: 1, headers: 0, hasNames: true })).toBe(
    "1 title line is set aside. The columns are named by row 1.",
  );
  expect(asSentText(undefined)).toContain("exactly as sent");
  expect(linesAbout(undefined, [])).toEqual([]);
  expect(linesAbout(lines, []).map(({ name }) => name)).toEqual(["Lines"]);
});
