/**
 * Counts the lines of a CSV while it passes, to tell one that broke off from a whole one: line ends
 * within quotes are none, and a quote opens a cell only at its start. One pass, nothing kept.
 */

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** After these a cell begins: `\n \r , ; | tab` and the end of a byte-order mark. */
const BEFORE_CELL = new Set([LINE_FEED, 0x0d, 0x2c, 0x3b, 0x7c, 0x09, 0xbf]);

export class CsvLines {
  #ends = 0;
  #quoted = false;
  #last = LINE_FEED;

  push(chunk: Uint8Array): void {
    let last = this.#last;
    let quoted = this.#quoted;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte === QUOTE) {
        // A doubled quote closes and opens again.
        quoted = quoted ? false : last === QUOTE || BEFORE_CELL.has(last);
      } else if (byte === LINE_FEED && !quoted) this.#ends++;
      last = byte;
    }
    this.#last = last;
    this.#quoted = quoted;
  }

  /** The last one may be without an end. */
  get count(): number {
    return this.#ends + (this.#last === LINE_FEED && !this.#quoted ? 0 : 1);
  }

  /** It ends in the middle of a cell. */
  get isOpen(): boolean {
    return this.#quoted;
  }
}
