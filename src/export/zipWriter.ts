/**
 * A ZIP archive as a stream: each entry is packed while it is written, its size and checksum follow
 * it, the directory comes last. Names are UTF-8. Larger than 4 GiB would need records that not every
 * program reads, and is refused.
 */

import { bytesOf } from "./byteBuffer.ts";
import { createDeflater, type Deflated } from "./deflate.ts";
import type { FileSink } from "./fileSink.ts";

export interface ZipWriter {
  /** Writes one entry; `write` fills it. One at a time. */
  entry(name: string, write: (sink: FileSink) => Promise<void>): Promise<void>;
  finish(): Promise<void>;
}

interface Entry extends Deflated {
  readonly name: Uint8Array;
  readonly offset: number;
}

const LIMIT = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;
const VERSION = 20;
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;

export function createZipWriter(sink: FileSink, now: Date): ZipWriter {
  const entries: Entry[] = [];
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | Math.floor(now.getSeconds() / 2);
  const date =
    (Math.max(0, now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();
  let offset = 0;
  const put = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    offset += bytes.length;
    if (offset > LIMIT) throw new RangeError("The archive is too large.");
    await sink.write(bytes);
  };

  return {
    entry: async (name, write) => {
      const encoded = bytesOf(name);
      const start = offset;
      await put(
        record(
          [4, 0x04034b50],
          [2, VERSION],
          [2, FLAGS],
          [2, DEFLATE],
          [2, time],
          [2, date],
          [4, 0],
          [4, 0],
          [4, 0],
          [2, encoded.length],
          [2, 0],
          encoded,
        ),
      );
      const deflater = createDeflater({ write: put });
      try {
        await write(deflater);
      } catch (cause) {
        deflater.abort();
        throw cause;
      }
      const packed = await deflater.finish();
      if (packed.size > LIMIT) throw new RangeError("A part of the archive is too large.");
      await put(
        record([4, 0x08074b50], [4, packed.crc32], [4, packed.packedSize], [4, packed.size]),
      );
      entries.push({ ...packed, name: encoded, offset: start });
      if (entries.length > MOST_ENTRIES) throw new RangeError("The archive is too large.");
    },
    finish: async () => {
      const start = offset;
      for (const entry of entries) {
        await put(
          record(
            [4, 0x02014b50],
            [2, VERSION],
            [2, VERSION],
            [2, FLAGS],
            [2, DEFLATE],
            [2, time],
            [2, date],
            [4, entry.crc32],
            [4, entry.packedSize],
            [4, entry.size],
            [2, entry.name.length],
            [2, 0],
            [2, 0],
            [2, 0],
            [2, 0],
            [4, 0],
            [4, entry.offset],
            entry.name,
          ),
        );
      }
      await put(
        record(
          [4, 0x06054b50],
          [2, 0],
          [2, 0],
          [2, entries.length],
          [2, entries.length],
          [4, offset - start],
          [4, start],
          [2, 0],
        ),
      );
    },
  };
}

/** Little-endian fields, each its size and value, or bytes as they are. */
function record(
  ...fields: readonly (readonly [2 | 4, number] | Uint8Array)[]
): Uint8Array<ArrayBuffer> {
  const length = fields.reduce(
    (sum, field) => sum + (field instanceof Uint8Array ? field.length : field[0]),
    0,
  );
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const field of fields) {
    if (field instanceof Uint8Array) {
      bytes.set(field, at);
      at += field.length;
    } else {
      if (field[0] === 2) view.setUint16(at, field[1], true);
      else view.setUint32(at, field[1], true);
      at += field[0];
    }
  }
  return bytes;
}
