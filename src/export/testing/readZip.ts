/**
 * An archive taken apart by its directory, strictly: every entry must lie where the directory says,
 * unpack to the stated size and checksum, and nothing may lie between entries.
 */

import { inflateRawSync } from "node:zlib";
import { crc32 } from "../../../sample/zip.js";

export function readZip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.length - 22;
  expectEqual(bytes.readUInt32LE(end), 0x06054b50, "the end record");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  expectEqual(at + bytes.readUInt32LE(end + 12), end, "the directory's end");
  const directory = at;
  const entries = new Map<string, Buffer>();
  let next = 0;
  for (let i = 0; i < count; i += 1) {
    expectEqual(bytes.readUInt32LE(at), 0x02014b50, "a directory record");
    const checksum = bytes.readUInt32LE(at + 16);
    const packedSize = bytes.readUInt32LE(at + 20);
    const size = bytes.readUInt32LE(at + 24);
    const nameLength = bytes.readUInt16LE(at + 28);
    const offset = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    at += 46 + nameLength;

    expectEqual(offset, next, `where ${name} begins`);
    expectEqual(bytes.readUInt32LE(offset), 0x04034b50, "a local record");
    const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const content = inflateRawSync(bytes.subarray(from, from + packedSize));
    expectEqual(content.length, size, `the size of ${name}`);
    expectEqual(crc32(0, content), checksum, `the checksum of ${name}`);
    const descriptor = from + packedSize;
    expectEqual(bytes.readUInt32LE(descriptor), 0x08074b50, "a data descriptor");
    expectEqual(bytes.readUInt32LE(descriptor + 4), checksum, "its checksum");
    expectEqual(bytes.readUInt32LE(descriptor + 8), packedSize, "its packed size");
    expectEqual(bytes.readUInt32LE(descriptor + 12), size, "its size");
    next = descriptor + 16;
    if (entries.has(name)) throw new Error(`${name} is there twice`);
    entries.set(name, content);
  }
  expectEqual(next, directory, "the end of the last entry");
  return entries;
}

function expectEqual(found: number, wanted: number, what: string): void {
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}`);
}
