import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Separator } from "../../model/fileSource.ts";
import { SEPARATORS } from "../../model/fileSource.ts";
import { ReportFailure, type ReportError } from "../../model/reportError.ts";
import { CollectingSink } from "../testing/collectingSink.ts";
import { type CsvOptions, CsvReader } from "./csvReader.ts";
import { naiveCsv } from "./testing/naiveCsv.ts";

interface Outcome {
  readonly headers: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
  readonly error: ReportError | undefined;
  readonly emptyLines: number;
}

const BASE: CsvOptions = { separator: ",", headerLine: 1 };

function readCsv(pieces: readonly Uint8Array[], options: Partial<CsvOptions> = {}): Outcome {
  const sink = new CollectingSink();
  const reader = new CsvReader(sink, { ...BASE, ...options });
  let error: ReportError | undefined;
  try {
    for (const piece of pieces) reader.push(piece);
    reader.end();
  } catch (cause) {
    if (!(cause instanceof ReportFailure)) throw cause;
    error = cause.error;
  }
  const rows = sink.rows.map((row) => row.map(([, text]) => text));
  return { headers: sink.names, rows, error, emptyLines: reader.emptyLines };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function cutAt(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), 0, bytes.length].toSorted(
    (a, b) => a - b,
  );
  return places.slice(1).map((place, index) => bytes.subarray(places[index], place));
}

const cuts = fc.array(fc.nat(), { maxLength: 6 });

describe("what a careful program writes", () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z0-9.-]{0,8}$/),
    fc.string({
      unit: fc.constantFrom('"', ",", ";", "\n", "\r", "a", "é", "😀", " "),
      maxLength: 8,
    }),
  );
  const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }),
  );

  test("comes back cell for cell, wherever the file is cut", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom<Separator>(...SEPARATORS),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
        fc.boolean(),
        cuts,
        (lines, lineEnd, separator, quoted, ends, places) => {
          let at = 0;
          const write = (text: string): string => {
            const wanted = quoted[at++ % quoted.length] === true;
            const needed = /["\r\n]/.test(text) || text.includes(separator);
            return wanted || needed ? `"${text.replaceAll('"', '""')}"` : text;
          };
          const written = lines.map((cells) => cells.map(write).join(separator)).join(lineEnd);
          const bytes = utf8(ends ? written + lineEnd : written);
          const { headers, rows, error } = readCsv(cutAt(bytes, places), { separator });
          expect(error).toBeUndefined();
          expect([headers, ...rows]).toEqual(lines);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("what a careless program writes", () => {
  test("is read as a plain second reader does, wherever the file is cut", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '"', ",", "\n", "\r", "a", "b"), maxLength: 40 }),
        cuts,
        (text, places) => {
          const { lines, unclosed } = naiveCsv(text, ",");
          const [header, ...below] = lines;
          const width = header?.length ?? 0;
          const kept = below.filter((cells) => width < 2 || cells.length > 1 || cells[0] !== "");
          const outcome = readCsv(cutAt(utf8(text), places));
          if (unclosed) {
            expect(outcome.error).toMatchObject({
              code: "malformed",
              problem: "openQuote",
            });
          } else if (header === undefined) {
            expect(outcome.error).toEqual({ code: "noHeaderLine", lines: 0 });
          } else expect(outcome.error).toBeUndefined();
          expect(outcome.headers).toEqual(header);
          expect(outcome.rows).toEqual(kept);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

const read = (text: string, options: Partial<CsvOptions> = {}): Outcome =>
  readCsv([utf8(text)], options);

const line = (row: number): string => `${row},"Client ""${row % 7}""",${row * 3}.50`;

describe("cases", () => {
  test("quotes in the middle stand for themselves, and after an end quote too", () => {
    expect(read('A,B\n5" disk,"x"y"z\n').rows).toEqual([['5" disk', 'xy"z']]);
  });

  test("a quote that never closes is named with its row and byte; the rows before it stay", () => {
    const { rows, error } = read('A,B\n1,2\n3,"4\n5,6\n');
    expect(rows).toEqual([["1", "2"]]);
    expect(error).toEqual({
      code: "malformed",
      row: 2,
      byte: 10,
      rows: 1,
      problem: "openQuote",
    });
  });

  test("a quote that never closes is not taken for a cell without end", () => {
    const { error } = read(`A,B\n1,"${"x,y\n".repeat(5_000)}`, { maxRowBytes: 10_000 });
    expect(error).toMatchObject({ code: "malformed", row: 1, byte: 6 });
  });

  test("lines above the column names are left out", () => {
    const { headers, rows } = read("12 Acme\n\nA,B\n1,2\n", { headerLine: 3 });
    expect(headers).toEqual(["A", "B"]);
    expect(rows).toEqual([["1", "2"]]);
  });

  test("empty lines are no rows of a wide table, but blank cells of a narrow one", () => {
    expect(read("A,B\n1,2\n\n3,4\n\n")).toMatchObject({
      rows: [
        ["1", "2"],
        ["3", "4"],
      ],
      emptyLines: 2,
    });
    expect(read("A\n1\n\n2\n").rows).toEqual([["1"], [""], ["2"]]);
  });

  test("rows may be shorter or longer than the header", () => {
    expect(read("A,B\n1\n1,2,3\n1,\n").rows).toEqual([["1"], ["1", "2", "3"], ["1", ""]]);
  });

  test("a NUL is a character like others", () => {
    expect(read("A,B\na\0b,\0\n").rows).toEqual([["a\0b", "\0"]]);
  });

  test("a file with fewer lines than the chosen one says how many it has", () => {
    expect(read("A,B\n1,2\n", { headerLine: 9 }).error).toEqual({ code: "noHeaderLine", lines: 2 });
  });

  test("many rows in pieces of any size", () => {
    const lines = Array.from({ length: 30_000 }, (_, row) => line(row));
    const bytes = utf8(`Id,Client,Cost\r\n${lines.join("\r\n")}\r\n`);
    const whole = readCsv([bytes]);
    expect(whole.rows).toHaveLength(30_000);
    expect(whole.rows[29_999]).toEqual(["29999", 'Client "4"', "89997.50"]);
    for (const size of [1_000, 65_536, 100_003]) {
      const places = Array.from(
        { length: Math.floor(bytes.length / size) },
        (_, at) => (at + 1) * size,
      );
      expect(readCsv(cutAt(bytes, places))).toEqual(whole);
    }
  });
});
