/*
 * A ZIP archive, written as a stream: each entry is deflated while its bytes arrive, its size and
 * checksum follow it in a data descriptor, the directory comes last. Enough for an XLSX below 4 GiB
 * per part; larger needs the 64-bit records and is refused. The checksum table is ours because
 * zlib.crc32 is missing in the oldest Node supported.
 */
import { createDeflateRaw } from "node:zlib";

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** @param {number} crc so far, 0 at first @param {Uint8Array} bytes @returns {number} */
export function crc32(crc, bytes) {
  let c = ~crc;
  for (const byte of bytes) c = /** @type {number} */ (CRC_TABLE[(c ^ byte) & 255]) ^ (c >>> 8);
  return ~c >>> 0;
}

const LIMIT = 0xffff_ffff;
const FLAGS = 0x0808; // sizes follow the data; names are UTF-8
const DEFLATE = 8;
const DATE = ((2026 - 1980) << 9) | (11 << 5) | 2; // fixed: the same report gives the same file

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {Iterable<Buffer>} content
 */

/**
 * @param {readonly number[]} fields pairs of size in bytes and value
 * @returns {Buffer} little-endian
 */
function record(...fields) {
  const length = fields.reduce((sum, size, i) => (i % 2 === 0 ? sum + size : sum), 0);
  const buffer = Buffer.alloc(length);
  let at = 0;
  for (let i = 0; i < fields.length; i += 2) {
    const size = /** @type {number} */ (fields[i]);
    buffer.writeUIntLE(/** @type {number} */ (fields[i + 1]), at, size);
    at += size;
  }
  return buffer;
}

/**
 * @param {Iterable<Entry>} entries
 * @returns {AsyncGenerator<Buffer, void, undefined>}
 */
export async function* writeZip(entries) {
  const directory = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const start = offset;
    const head = record(4, 0x04034b50, 2, 20, 2, FLAGS, 2, DEFLATE, 2, 0, 2, DATE, 4, 0, 4, 0, 4, 0, 2, name.length, 2, 0); // prettier-ignore
    yield Buffer.concat([head, name]);
    offset += head.length + name.length;

    let crc = 0;
    let size = 0;
    let packed = 0;
    const source = (function* () {
      for (const block of entry.content) {
        crc = crc32(crc, block);
        size += block.length;
        yield block;
      }
    })();
    for await (const block of deflate(source)) {
      packed += block.length;
      yield block;
    }
    if (size > LIMIT || packed > LIMIT)
      throw new RangeError("A part is too large for this archive.");
    const tail = record(4, 0x08074b50, 4, crc, 4, packed, 4, size);
    yield tail;
    offset += packed + tail.length;
    const about = record(4, 0x02014b50, 2, 20, 2, 20, 2, FLAGS, 2, DEFLATE, 2, 0, 2, DATE, 4, crc, 4, packed, 4, size, 2, name.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0, 4, start); // prettier-ignore
    directory.push(Buffer.concat([about, name]));
  }
  const listing = Buffer.concat(directory);
  const count = directory.length;
  yield listing;
  yield record(4, 0x06054b50, 2, 0, 2, 0, 2, count, 2, count, 4, listing.length, 4, offset, 2, 0);
}

/**
 * Pulls from the source only as fast as the packed bytes are taken.
 * @param {Iterable<Buffer>} source
 * @returns {AsyncIterable<Buffer>}
 */
async function* deflate(source) {
  const stream = createDeflateRaw({ level: 1, chunkSize: 256 * 1024 });
  /** @type {(() => void) | undefined} */
  let wake;
  stream.on("drain", () => wake?.());
  stream.on("close", () => wake?.());
  const feed = async () => {
    for (const block of source) {
      if (stream.destroyed) return;
      if (stream.write(block)) continue;
      await /** @type {Promise<void>} */ (new Promise((resolve) => (wake = resolve)));
    }
    stream.end();
  };
  const fed = feed().catch((error) => stream.destroy(error));
  try {
    yield* stream;
    await fed;
  } finally {
    stream.destroy();
  }
}
