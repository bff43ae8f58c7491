/**
 * Texts that many cells of a workbook share, written once in a part of their own. Only values the
 * report's own dictionaries hold come here, so they are no more than those.
 */

import { ByteBuffer } from "./byteBuffer.ts";
import type { FileSink } from "./fileSink.ts";

const PIECE_BYTES = 1024 * 1024;

export class SharedTexts {
  count = 0;
  readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
  readonly #buffer = new ByteBuffer();

  /** Where the next text goes, as XML of `<si>`. The number it has is returned. */
  add(write: (out: ByteBuffer) => void): number {
    this.#buffer.text("<si>");
    write(this.#buffer);
    this.#buffer.text("</si>");
    if (this.#buffer.at >= PIECE_BYTES) this.#pieces.push(this.#buffer.take());
    this.count += 1;
    return this.count - 1;
  }

  async write(sink: FileSink): Promise<void> {
    for (const piece of this.#pieces) await sink.write(piece);
    await sink.write(this.#buffer.take());
  }
}
