/** A workbook in groups that Billscope wrote opens again with the rows that went into it, and no other. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbook } from "../workbook/readWorkbook.ts";
import { RECOGNISED } from "../model/fileSource.ts";
import { reportOf } from "../export/testing/exported.ts";
import { groupedWorkbook } from "../export/testing/groupedWorkbook.ts";

const NAMES = ["A", "B", "C", "D", "E", "F", "G", "H"];
/** Also texts that look like the lines of groups. */
const value = fc.constantFrom("Acme", "Globex", "", "Acme (2 rows)", "x (1 row)");

test("a workbook in groups, at every depth", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(...NAMES.map(() => value)), { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 1, max: NAMES.length }),
      async (cells, depth) => {
        const written = cells.map((texts, at) => [...texts, `${at}.50`]);
        const report = reportOf([...NAMES, "Cost EUR"], written);
        const levels = NAMES.slice(0, depth).map((_, column) => column);
        const { bytes, rows } = await groupedWorkbook(report, levels);
        const { text, reading } = readWorkbook(bytes, RECOGNISED);
        const found = JSON.parse(await text.text(), (_, cell: unknown) =>
          typeof cell === "number" ? cell.toFixed(2) : (cell ?? ""),
        ) as unknown;
        expect(found).toEqual({
          headers: [...NAMES, "Cost EUR"],
          rows: Array.from(rows, (row) => written[row]),
        });
        const groups = levels.map(
          (level) => new Set(cells.map((texts) => texts.slice(0, level + 1).join("\n"))).size,
        );
        expect(reading).toMatchObject({
          sumsLeftOut: true,
          groupsLeftOut: groups.reduce((sum, count) => sum + count, 0),
        });
      },
    ),
    { numRuns: 60 },
  );
});
