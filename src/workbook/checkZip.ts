/**
 * Looks into a packed workbook before anything of it is unpacked: is it one, and does it stay within
 * bounds? A few kilobytes may unpack to gigabytes, and may lie about it: so what the list of its
 * parts promises is checked, then counted while it is unpacked and thrown away.
 */

import { type NoTable, ReportFailure } from "../model/reportError.ts";

export interface ZipLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
}

/** What SheetJS reads within a gigabyte of memory. */
const ZIP_LIMITS: ZipLimits = {
  fileBytes: 100 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
};

const MAX_PARTS = 10_000;
const END_BYTES = 22 + 0xffff;
const END_MARK = 0x06054b50;
const PART_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const DEFLATED = 8;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** Throws `ReportFailure` when the file must not be unpacked. */
export async function checkZip(file: Blob, limits: ZipLimits = ZIP_LIMITS): Promise<void> {
  if (file.size > limits.fileBytes) throw tooLarge(file.size, limits.fileBytes);
  const parts = await listParts(file);
  const isWorkbook = parts.some(({ name }) => /^(?:\[Content_Types\]|content)\.xml$/i.test(name));
  if (!isWorkbook) throw noTable("archive");
  const promised = parts.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (promised > limits.unpackedBytes) throw tooLarge(promised, limits.unpackedBytes);
  let left = limits.unpackedBytes;
  for (const part of parts) {
    // Anything stored is as large as it is.
    if (part.method !== DEFLATED) continue;
    left -= await unpackedSize(file, part, left);
    if (left < 0) throw tooLarge(limits.unpackedBytes, limits.unpackedBytes);
  }
}

async function listParts(file: Blob): Promise<readonly Part[]> {
  const tailStart = Math.max(0, file.size - END_BYTES);
  const tail = new DataView(await file.slice(tailStart).arrayBuffer());
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END_MARK) end--;
  if (end < 0) throw noTable("damagedWorkbook");
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const offset = tail.getUint32(end + 16, true);
  if (count > MAX_PARTS || offset + size > file.size) throw noTable("damagedWorkbook");
  const list = new DataView(await file.slice(offset, offset + size).arrayBuffer());
  const decoder = new TextDecoder();
  const parts: Part[] = [];
  for (let at = 0; parts.length < count;) {
    if (at + 46 > list.byteLength || list.getUint32(at, true) !== PART_MARK) {
      throw noTable("damagedWorkbook");
    }
    const nameLength = list.getUint16(at + 28, true);
    parts.push({
      name: decoder.decode(list.buffer.slice(at + 46, at + 46 + nameLength)),
      method: list.getUint16(at + 10, true),
      packed: list.getUint32(at + 20, true),
      unpacked: list.getUint32(at + 24, true),
      offset: list.getUint32(at + 42, true),
    });
    at += 46 + nameLength + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
  }
  return parts;
}

/** Stops counting once `most` is passed. */
async function unpackedSize(file: Blob, part: Part, most: number): Promise<number> {
  const local = new DataView(await file.slice(part.offset, part.offset + 30).arrayBuffer());
  if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL_MARK) {
    throw noTable("damagedWorkbook");
  }
  const start = part.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = file.slice(start, start + part.packed);
  const reader = packed.stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return size;
      size += value.length;
      if (size > most) return size;
    }
  } catch {
    throw noTable("damagedWorkbook");
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function tooLarge(bytes: number, limit: number): ReportFailure {
  return new ReportFailure({ code: "workbookTooLarge", bytes, limit });
}

function noTable(found: NoTable): ReportFailure {
  return new ReportFailure({ code: "noTable", found });
}
