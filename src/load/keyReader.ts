/**
 * Tells which key of the document is being read. A key may come in pieces and be endless: no more
 * is kept than the longest spelling of a name that matters (`\u0068\u0065…` for each letter).
 */

import { unescapeInPlace } from "./unescape.ts";

const LONGEST = "headers".length * "\\u0068".length;

type SectionName = "headers" | "rows";

export class KeyReader {
  readonly #bytes = new Uint8Array(LONGEST + 1);
  #length = 0;

  /** Takes the next piece, `bytes[from … to)`, escapes and all. */
  add(bytes: Uint8Array, from: number, to: number): void {
    // One byte more than fits stands for any longer key.
    for (let at = from; at < to && this.#length <= LONGEST; at++) {
      this.#bytes[this.#length++] = bytes[at]!;
    }
  }

  /** The key read, when it is one that matters; the next piece then starts a new key. */
  finish(): SectionName | undefined {
    const length = this.#length;
    this.#length = 0;
    if (length > LONGEST) return undefined;
    const key = this.#bytes.subarray(0, unescapeInPlace(this.#bytes, 0, length));
    const name = String.fromCharCode(...key);
    return name === "headers" || name === "rows" ? name : undefined;
  }
}
