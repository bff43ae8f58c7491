import { describe, expect, test } from "vitest";
import { allRows, type RowOrder } from "../engine/rowOrder.ts";
import { tableOf } from "../engine/testing/buildTable.ts";
import { columnId, viewRow } from "../model/positions.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { copyBlock } from "./copyBlock.ts";

const ID = { id: columnId(0), label: "Client ID", asText: true };
const NAME = { id: columnId(1), label: "Client", asText: true };
const COST = { id: columnId(2), label: "Cost", asText: false };
const AS_TEXT = `style="mso-number-format:'\\@'" sdnum="1033;0;@"`;
const table = tableOf(
  ["Client ID", "Client", "Cost"],
  [
    ["00231", 'Acme "A"\tGmbH', "12.3400000000"],
    ["12345678901234567890", "<b>Globex</b>\nInc & Co", "-0.50"],
    ["7"],
  ],
);
const range = (start: number, end: number) => ({ start: viewRow(start), end: viewRow(end) });

describe("copyBlock", () => {
  test("tab-separated exact texts, quoted only where needed", async () => {
    const block = { range: range(0, 3), columns: [ID, NAME, COST], headers: true };
    const { text } = await copyBlock(table, allRows(3), block, UNINTERRUPTED);
    expect(text).toBe(
      [
        "Client ID\tClient\tCost",
        '00231\t"Acme ""A""\tGmbH"\t12.3400000000',
        '12345678901234567890\t"<b>Globex</b>\nInc & Co"\t-0.50',
        "7\t\t",
      ].join("\r\n"),
    );
  });

  test("an HTML table in which ids are text and nothing is markup", async () => {
    const block = { range: range(1, 2), columns: [ID, NAME, COST], headers: false };
    const { html } = await copyBlock(table, allRows(3), block, UNINTERRUPTED);
    expect(html).toBe(
      '<meta charset="utf-8"><table><tr>' +
        `<td ${AS_TEXT}>12345678901234567890</td>` +
        `<td ${AS_TEXT}>&lt;b&gt;Globex&lt;/b&gt;<br>Inc &amp; Co</td>` +
        `<td style="mso-number-format:'0\\.00'" sdval="-0.50" sdnum="1033;0;0.00">-0.50</td>` +
        "</tr></table>",
    );
  });

  test.each([
    ["12", `sdval="12" sdnum="1033;0;0"`],
    [
      "999999999999.999",
      `style="mso-number-format:'0\\.000'" sdval="999999999999.999" sdnum="1033;0;0.000"`,
    ],
    ["1234567890.123456", AS_TEXT],
    ["-1234567890123456.7", AS_TEXT],
  ])("%s stays whole in 15 digits or becomes text", async (text, reading) => {
    const amounts = tableOf(["Cost"], [[text]]);
    const block = { range: range(0, 1), columns: [{ ...COST, id: columnId(0) }], headers: false };
    const { html } = await copyBlock(amounts, allRows(1), block, UNINTERRUPTED);
    expect(html).toContain(`<td ${reading}>${text}</td>`);
  });

  test("follows the view's order and ends with it", async () => {
    const order: RowOrder = { tableRows: 3, rowCount: 2, rows: Uint32Array.of(2, 0) };
    const block = { range: range(0, 99), columns: [ID], headers: false };
    const { text } = await copyBlock(table, order, block, UNINTERRUPTED);
    expect(text).toBe("7\r\n00231");
  });

  test("a block of too many letters fails as too large, however few its cells", async () => {
    const texts = tableOf(
      ["Client"],
      Array.from({ length: 10 }, () => ["x".repeat(1_000_000)]),
    );
    const copied = (rows: number) => {
      const block = { range: range(0, rows), columns: [ID], headers: false };
      return copyBlock(texts, allRows(10), block, UNINTERRUPTED);
    };
    expect((await copied(9)).text).toHaveLength(9_000_016);
    await expect(copied(10)).rejects.toMatchObject({
      error: { code: "tooLarge", limit: "clipboard" },
    });
  });
});
