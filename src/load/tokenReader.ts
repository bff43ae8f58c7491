/**
 * Reads one JSON token at a time: a string, a number, `null`, `true`, `false`, and the byte-order
 * mark before a document. May be left and taken up again after any byte; keeps no bytes, so a token
 * may be of any length.
 */

import { CellKind } from "../model/cell.ts";
import type { Damage } from "../model/reportError.ts";
import { mayEndNumber, NUMBER_START, NUMBER_STEP } from "./numberGrammar.ts";
import { BROKEN, CLOSED, PLAIN, STOPS_PLAIN, STRING_STEP, stringProblem } from "./stringGrammar.ts";

const QUOTE = 0x22;

const encoder = new TextEncoder();
const BYTE_ORDER_MARK = encoder.encode("\ufeff");
const NULL = encoder.encode("null");
const TRUE = encoder.encode("true");
const FALSE = encoder.encode("false");

export class TokenReader {
  kind: CellKind = CellKind.null;
  /** The whole token was read. */
  finished = true;
  /** What is wrong with the byte where `read` stopped. */
  problem: Damage | undefined;
  #state = PLAIN;
  #word = NULL;
  #wordLength = 0;

  /** Takes the first byte of a token; false when none starts with it. */
  start(byte: number): boolean {
    const numberState = NUMBER_STEP[(NUMBER_START << 8) | byte]!;
    if (byte === QUOTE) {
      this.kind = CellKind.string;
      this.#state = PLAIN;
    } else if (numberState !== 0) {
      this.kind = CellKind.number;
      this.#state = numberState;
    } else if (byte === NULL[0]) this.#startWord(NULL, CellKind.null);
    else if (byte === TRUE[0]) this.#startWord(TRUE, CellKind.boolean);
    else if (byte === FALSE[0]) this.#startWord(FALSE, CellKind.boolean);
    else return false;
    this.finished = false;
    return true;
  }

  /** The same for the byte-order mark. */
  startMark(byte: number): boolean {
    if (byte !== BYTE_ORDER_MARK[0]) return false;
    this.#startWord(BYTE_ORDER_MARK, CellKind.missing);
    this.finished = false;
    return true;
  }

  /** Goes on from `from`. Gives where the token ends, or `to`, or where the problem is. */
  read(bytes: Uint8Array, from: number, to: number): number {
    if (this.kind === CellKind.string) return this.#readString(bytes, from, to);
    if (this.kind === CellKind.number) return this.#readNumber(bytes, from, to);
    return this.#readWord(bytes, from, to);
  }

  #startWord(word: typeof NULL, kind: CellKind): void {
    this.kind = kind;
    this.#word = word;
    this.#wordLength = 1;
  }

  /** `bytes[to]` must be 0: it ends a run of plain bytes. */
  #readString(bytes: Uint8Array, from: number, to: number): number {
    let state = this.#state;
    let at = from;
    while (at < to) {
      if (state === PLAIN) {
        while (STOPS_PLAIN[bytes[at]!] === 0) at++;
        if (at === to) break;
      }
      const byte = bytes[at]!;
      const next = STRING_STEP[(state << 8) | byte]!;
      if (next === BROKEN) {
        this.problem = stringProblem(state, byte);
        return at;
      }
      at++;
      state = next;
      if (state === CLOSED) {
        this.finished = true;
        break;
      }
    }
    this.#state = state;
    return at;
  }

  #readNumber(bytes: Uint8Array, from: number, to: number): number {
    let state = this.#state;
    for (let at = from; at < to; at++) {
      const next = NUMBER_STEP[(state << 8) | bytes[at]!]!;
      if (next === 0) {
        this.finished = mayEndNumber(state);
        if (!this.finished) this.problem = "brokenNumber";
        return at;
      }
      state = next;
    }
    this.#state = state;
    return to;
  }

  #readWord(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    for (; at < to && this.#wordLength < this.#word.length; at++, this.#wordLength++) {
      if (bytes[at] === this.#word[this.#wordLength]) continue;
      this.problem = "otherWord";
      return at;
    }
    this.finished = this.#wordLength === this.#word.length;
    return at;
  }
}
