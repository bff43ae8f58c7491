import { expect, test } from "vitest";
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
