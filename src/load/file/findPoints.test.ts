import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CellKind, writtenText } from "../../model/cell.ts";
import { RECOGNISED } from "../../model/fileSource.ts";
import { UNINTERRUPTED } from "../../model/turn.ts";
import { type CollectedCell, CollectingSink } from "../testing/collectingSink.ts";
import { loadFile } from "./loadFile.ts";

/** The rows of a file with decimal commas whose stream comes in pieces of a size. */
async function load(text: string, size = 65_536): Promise<readonly (readonly CollectedCell[])[]> {
  const bytes = new TextEncoder().encode(text);
  const file = new Blob([bytes]);
  file.slice = (from = 0, to = bytes.length) => {
    const part = bytes.slice(from, to);
    const blob = new Blob([part]);
    blob.stream = () =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < part.length; at += size) {
            controller.enqueue(part.slice(at, at + size));
          }
          controller.close();
        },
      });
    return blob;
  };
  const sink = new CollectingSink();
  const settings = { ...RECOGNISED, separator: ";", decimal: "comma", headerLine: 1 } as const;
  await loadFile({
    source: { file, settings },
    sink,
    turn: UNINTERRUPTED,
    onReading: () => undefined,
  });
  return sink.rows;
}

const WHOLE = /^[+-]?\d+$/;
const WITH_COMMA = /^[+-]?(?:\d*|[1-9]\d{0,2}(?:\.\d{3})+),\d+$/;
const WITH_POINTS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/;
const ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** What each value of a column says, by regular expressions over all of it at once. */
function valuesOf(name: string, texts: readonly string[]): readonly string[] {
  const others = texts.filter(
    (text) =>
      !["", name].includes(text) && ![WHOLE, WITH_COMMA, WITH_POINTS].some((one) => one.test(text)),
  );
  const hasComma = texts.some((text) => WITH_COMMA.test(text));
  const isSure = hasComma || texts.some((text) => WITH_POINTS.test(text) && !ADDRESS.test(text));
  return texts.map((text) => {
    const isNumber =
      others.length === 0 ? isSure : hasComma && (!ADDRESS.test(text) || WITH_COMMA.test(text));
    if (WITH_COMMA.test(text) || (WITH_POINTS.test(text) && isNumber)) {
      return text.replaceAll(".", "").replace(",", ".");
    }
    return text;
  });
}

describe("points of a file with decimal commas", () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[+-]?\d{1,3}(?:\.\d{3}){1,3}(?:,\d{1,2})?$/),
    fc.constantFrom(
      "",
      "7",
      "12345",
      "1,5",
      "192.168.100.200",
      "172.217.168.206",
      "2.000.000.000",
      "Name",
      "-2,50",
    ),
  );
  const rare = fc.constantFrom("DE 1", "10.0.0.1", "n/a", "2.5", "0.125", "007", "192.168.100.256");
  const column = fc
    .tuple(fc.array(cell, { maxLength: 8 }), fc.array(rare, { maxLength: 1 }), fc.nat(8))
    .map(([cells, odd, at]) => cells.toSpliced(at, 0, ...odd));

  test("are read by all values of a column, in whatever order and pieces they come", async () => {
    await fc.assert(
      fc.asyncProperty(column, column, fc.integer({ min: 1, max: 40 }), async (one, two, size) => {
        const count = Math.min(one.length, two.length);
        const [a, b] = [one.slice(0, count), two.slice(0, count)];
        const lines = a.map((text, row) => `x;${text};${b[row]}\n`);
        const rows = await load(`Row;Name;Other\n${lines.join("")}`, size);
        const read = (at: number) => rows.map((row) => row[at]?.[1]);
        expect(read(1)).toEqual(valuesOf("Name", a));
        expect(read(2)).toEqual(valuesOf("Other", b));
        const written = rows.map((row) =>
          row.map(([kind, text]) =>
            writtenText({ text, kind: CellKind[kind as keyof typeof CellKind] }),
          ),
        );
        expect(written).toEqual(a.map((text, row) => ["x", text, b[row]]));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["a text", "DE 1", "1.234"],
    ["a number", "5.678", "1234"],
  ])("the last of many values decides: %s", async (_name, last, value) => {
    const rows = await load(`Row;Number\n${"x;1.234\n".repeat(100_000)}x;${last}\n`);
    expect(new Set(rows.slice(0, -1).map((row) => row[1]?.[1]))).toEqual(new Set([value]));
  });

  test("rows before a damaged place are read as they are without it", async () => {
    const rows = "Row;IP\nx;192.168.100.200\nx;10.0.0.1\n";
    const whole = await load(rows);
    const sink = new CollectingSink();
    const settings = { ...RECOGNISED, decimal: "comma" } as const;
    const file = new Blob([`${rows}x;"`]);
    await expect(
      loadFile({
        source: { file, settings },
        sink,
        turn: UNINTERRUPTED,
        onReading: () => undefined,
      }),
    ).rejects.toMatchObject({ error: { code: "malformed", row: 3 } });
    expect(sink.rows).toEqual(whole);
  });
});
