import { expect, test } from "vitest";
import { encodedTable } from "../engine/testing/encodedTable.ts";
import { CellKind } from "../model/cell.ts";
import { exported, reportOf } from "./testing/exported.ts";

const number = (text: string) => ({ text, kind: CellKind.number });
const jsonOf = async (...given: Parameters<typeof reportOf>) =>
  (await exported(reportOf(...given), "json")).bytes;

test("every cell is the token the report has", async () => {
  const rows = [
    [1.5, "12345678901234567.12", null],
    ["10.50", true, { a: [1, "<&>"] }],
    ["\ud800half", 'q"\\\u0001\u007f', "ü😀\u2028"],
    ["short"],
    [],
  ];
  const bytes = await jsonOf(["a", '"b"', "a"], rows);
  expect(JSON.parse(bytes.toString("utf8"))).toEqual({ headers: ["a", '"b"', "a"], rows });
});

test("numbers beyond a double keep their digits", async () => {
  const bytes = await jsonOf(["n"], [[number("12345678901234567.12")], [number("1e400")]]);
  expect(bytes.toString("utf8")).toContain("[12345678901234567.12],\n[1e400]\n");
});

test.each(["codes", "decimal", "text"] as const)(
  "numbers with decimal commas are texts with a point, stored as %s",
  async (encoding) => {
    const texts = ["+1.5", ".5", "007.5", "-1234.50", "1234", "0.25"];
    const rows = [CellKind.comma, CellKind.grouped].flatMap((kind) =>
      texts.map((text) => [{ text, kind }]),
    );
    const table = encodedTable(rows, () => encoding);
    const { columns } = reportOf(
      table.columns.map(({ name }) => name),
      rows,
    );
    const { bytes } = await exported({ table, columns }, "json");
    expect(JSON.parse(bytes.toString("utf8"))).toMatchObject({
      rows: [...texts, ...texts].map((text) => [text]),
    });
  },
);
