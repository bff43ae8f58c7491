import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RECOGNISED, type FileReading, type FileSettings } from "../../model/fileSource.ts";
import { type ReportError, ReportFailure } from "../../model/reportError.ts";
import { UNINTERRUPTED } from "../../model/turn.ts";
import { type CollectedCell, CollectingSink } from "../testing/collectingSink.ts";
import { loadFile } from "./loadFile.ts";

interface Outcome {
  readonly reading: FileReading | undefined;
  readonly headers: readonly string[] | undefined;
  readonly rows: readonly (readonly CollectedCell[])[];
  readonly error: ReportError | undefined;
}

async function load(bytes: BlobPart, settings: Partial<FileSettings> = {}): Promise<Outcome> {
  const sink = new CollectingSink();
  let reading: FileReading | undefined;
  let error: ReportError | undefined;
  try {
    await loadFile({
      source: { file: new Blob([bytes]), settings: { ...RECOGNISED, ...settings } },
      sink,
      turn: UNINTERRUPTED,
      onReading: (now) => {
        reading = now;
      },
    });
  } catch (cause) {
    if (!(cause instanceof ReportFailure)) throw cause;
    error = cause.error;
  }
  return { reading, headers: sink.names, rows: sink.rows, error };
}

const folder = new URL("fixtures/", import.meta.url);
const names = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

describe("fixtures", () => {
  test.each(names)("%s", async (name) => {
    const outcome = await load(readFileSync(new URL(name, folder)));
    const expected: unknown = JSON.parse(
      readFileSync(new URL(`${name}.expected.json`, folder), "utf8"),
    );
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(expected);
  });
});

describe("encodings", () => {
  const text = 'Kunde;Betrag\r\nMüller & Söhne;1.234,50\r\n"Ünal\r\nGmbH";-0,10\r\n';
  const bytes = {
    "utf-8": Buffer.from(text, "utf8"),
    "utf-16le": Buffer.from(text, "utf16le"),
    "utf-16be": Buffer.from(text, "utf16le").swap16(),
    "windows-1252": Buffer.from(text, "latin1"),
  } as const;
  const marks = { "utf-8": [0xef, 0xbb, 0xbf], "utf-16le": [0xff, 0xfe], "utf-16be": [0xfe, 0xff] };

  test.each(["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const)(
    "%s is recognised without a mark",
    async (encoding) => {
      const { reading, headers, rows } = await load(bytes[encoding]);
      expect(reading).toMatchObject({ encoding, separator: ";", decimal: "comma", headerLine: 1 });
      expect(headers).toEqual(["Kunde", "Betrag"]);
      expect(rows.map((row) => row.map(([, cell]) => cell))).toEqual([
        ["Müller & Söhne", "1234.50"],
        ["Ünal\r\nGmbH", "-0.10"],
      ]);
    },
  );

  test.each(["utf-8", "utf-16le", "utf-16be"] as const)(
    "the mark of %s is no text",
    async (one) => {
      const { reading, headers } = await load(Buffer.concat([Buffer.from(marks[one]), bytes[one]]));
      expect(reading).toMatchObject({ encoding: one });
      expect(headers).toEqual(["Kunde", "Betrag"]);
    },
  );

  test("one letter that is no UTF-8, far from the start, makes it Windows-1252", async () => {
    const far = `A,B\n${"x,y\n".repeat(200_000)}`;
    const file = Buffer.concat([Buffer.from(far), Buffer.from("M\xfcller,1\n", "latin1")]);
    const { reading, rows } = await load(file);
    expect(reading).toMatchObject({ encoding: "windows-1252" });
    expect(rows.at(-1)?.[0]).toEqual(["string", "Müller"]);
  });

  test("the person's choice wins", async () => {
    const { reading, rows } = await load(bytes["utf-8"], { encoding: "windows-1252" });
    expect(reading).toMatchObject({ encoding: "windows-1252" });
    expect(rows[0]?.[0]?.[1]).toBe("MÃ¼ller & SÃ¶hne");
  });

  test.each(["utf-16le", "windows-1252"] as const)(
    "a damaged place is told by the bytes of the file, in %s too",
    async (encoding) => {
      const damaged = 'Größe;B\r\nä;"ö';
      const unit = encoding === "utf-16le" ? 2 : 1;
      const file = Buffer.from(damaged, encoding === "utf-16le" ? "utf16le" : "latin1");
      const { error } = await load(file, { encoding });
      expect(error).toMatchObject({ code: "malformed", row: 1, byte: unit * damaged.indexOf('"') });
    },
  );

  test("a report as JSON in UTF-16", async () => {
    const json = '{"headers":["Größe"],"rows":[[12.50]]}';
    const { reading, headers, rows } = await load(Buffer.from(`\ufeff${json}`, "utf16le"));
    expect(reading).toEqual({ format: "json", encoding: "utf-16le" });
    expect(headers).toEqual(["Größe"]);
    expect(rows).toEqual([[["number", "12.50"]]]);
  });
});

const read = async (text: string) => (await load(text)).reading;

describe("layouts", () => {
  test.each([
    ["comma", "A,B,C\n1,2,3\n", ","],
    ["semicolon with decimal commas", "A;B\n1,5;2,5\n3,5;4,5\n", ";"],
    ["tab", "A\tB\n1\t2\n", "\t"],
    ["bar", "A|B\n1|2\n", "|"],
    ["semicolons inside quotes", 'A,B\n"x;y;z",1\n"u;v;w",2\n', ","],
    ["stated by Excel", "sep=|\nA|B,C\n1|2,3\n", "|"],
    ["one column", "A\n1\n", ","],
  ])("separator: %s", async (_name, text, separator) => {
    expect(await read(text)).toMatchObject({ separator });
  });

  test.each([
    ["nothing above it", "A,B\n1,2\n", 1],
    ["a title line", "234 Acme Ltd\nA,B,C\n1,2,3\n", 2],
    ["a title filled up by a spreadsheet", "Report,,\n,,\nA,B,C\n1,2,3\n", 3],
    ["a longer row below", "A,B\n1,2\n1,2,3\n4,5\n", 1],
    ["blank client names below", "Id,Client,Cost\n1,Acme,2\n,,3\n,,4\n", 1],
  ])("column names: %s", async (_name, text, headerLine) => {
    expect(await read(text)).toMatchObject({ headerLine });
  });

  test.each([
    ["points", "A;B\n1.5;2\n", "point"],
    ["commas", "A;B\n1,5;2\n", "comma"],
    ["either: three digits", "A;B\n1,500;2\n", "point"],
    ["groups decide", "A;B\n1.234,500;2\n", "comma"],
    ["English groups decide", 'A,B\n"1,234.50",2\n', "point"],
    ["a leading zero decides", "A;B\n0,125;2\n", "comma"],
    ["dates are no numbers", "A;B\n01.02.2026;2\n", "point"],
  ])("decimal sign: %s", async (_name, text, decimal) => {
    expect(await read(text)).toMatchObject({ decimal });
  });

  test("a chosen line is taken, and what is above it left out", async () => {
    const { headers, rows } = await load("A,B\n1,2\n3,4\n", { headerLine: 2 });
    expect(headers).toEqual(["1", "2"]);
    expect(rows).toHaveLength(1);
  });
});

describe("what is no report", () => {
  test.each([
    ["nothing", "", "empty"],
    ["white space", " \r\n\t\n", "empty"],
    ["a web page", "\n<!DOCTYPE html><html>", "webPage"],
    ["a PDF", "%PDF-1.7\n", "pdf"],
    ["bytes", Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 31)), "binary"],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0, 0]), "archive"],
  ])("%s", async (_name, bytes, found) => {
    const { error, headers } = await load(bytes);
    expect(error).toEqual({ code: "noTable", found });
    expect(headers).toBeUndefined();
  });

  test("JSON of another shape", async () => {
    expect((await load("[1, 2]")).error).toMatchObject({ code: "notReport" });
  });

  test("a file that can't be read any more", async () => {
    const gone = new Blob(["A,B\n1,2\n"]);
    gone.slice = () => {
      const part = new Blob();
      part.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
      return part;
    };
    const failing = loadFile({
      source: { file: gone, settings: RECOGNISED },
      sink: new CollectingSink(),
      turn: UNINTERRUPTED,
      onReading: () => undefined,
    });
    await expect(failing).rejects.toMatchObject({ error: { code: "fileGone" } });
  });
});
