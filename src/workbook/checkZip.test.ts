import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { utils, write } from "xlsx";
import { ReportFailure } from "../model/reportError.ts";
import { checkZip } from "./checkZip.ts";

interface Part {
  readonly name: string;
  readonly content: Buffer;
  /** What the list of parts says it unpacks to. */
  readonly promised?: number;
}

/** A zip as the format asks for it, with whatever lie the test wants told. */
function zip(parts: readonly Part[]): Blob {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, promised = content.length } of parts) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(promised, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(promised, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, Buffer.from(name), packed);
    list.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Blob([Uint8Array.from(Buffer.concat([...bodies, ...list, end]))]);
}

const TYPES: Part = { name: "[Content_Types].xml", content: Buffer.from("<Types/>") };
const LIMITS = { fileBytes: 1_000_000, unpackedBytes: 2_000_000 };

async function failureOf(file: Blob): Promise<unknown> {
  try {
    await checkZip(file, LIMITS);
  } catch (cause) {
    if (cause instanceof ReportFailure) return cause.error;
    throw cause;
  }
  return undefined;
}

const zeros = (size: number): Buffer => Buffer.alloc(size);

describe("checkZip", () => {
  test("a workbook within bounds passes", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["A"], [1]]), "S");
    const bytes: unknown = write(book, { type: "array", bookType: "xlsx", compression: true });
    expect(bytes).toBeInstanceOf(ArrayBuffer);
    if (bytes instanceof ArrayBuffer) expect(await failureOf(new Blob([bytes]))).toBeUndefined();
    expect(await failureOf(zip([TYPES, { name: "a", content: zeros(1_900_000) }]))).toBeUndefined();
  });

  test("one that promises too much is refused before it is unpacked", async () => {
    const file = zip([TYPES, { name: "a", content: zeros(10), promised: 3_000_000 }]);
    expect(await failureOf(file)).toEqual({
      code: "workbookTooLarge",
      bytes: 3_000_008,
      limit: 2_000_000,
    });
  });

  test("one that unpacks to more than it promises is refused while it is counted", async () => {
    const file = zip([TYPES, { name: "a", content: zeros(50_000_000), promised: 100 }]);
    expect(await failureOf(file)).toMatchObject({ code: "workbookTooLarge" });
  });

  test("a file that is too large is not even looked into", async () => {
    expect(await failureOf(new Blob([new Uint8Array(1_000_001)]))).toEqual({
      code: "workbookTooLarge",
      bytes: 1_000_001,
      limit: 1_000_000,
    });
  });

  test.each([
    ["another archive", zip([{ name: "report.csv", content: Buffer.from("A\n1\n") }]), "archive"],
    [
      "no list of parts",
      new Blob([Buffer.from("PK\u0003\u0004 and nothing more")]),
      "damagedWorkbook",
    ],
    ["cut at its end", zip([TYPES]).slice(0, 60), "damagedWorkbook"],
  ])("%s", async (_name, file, found) => {
    expect(await failureOf(file)).toEqual({ code: "noTable", found });
  });

  test("a part that is damaged", async () => {
    const whole = Buffer.from(
      await zip([TYPES, { name: "a", content: zeros(9_999) }]).arrayBuffer(),
    );
    whole.fill(0xff, 30 + TYPES.name.length, 30 + TYPES.name.length + 4);
    expect(await failureOf(new Blob([Uint8Array.from(whole)]))).toEqual({
      code: "noTable",
      found: "damagedWorkbook",
    });
  });
});
