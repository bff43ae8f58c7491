/**
 * Reads `{"headers": [text…], "rows": [[any…]…]}` as it arrives and feeds a `ReportSink`. Strict
 * RFC 8259; the body may be cut at any byte and the result does not depend on it. Keys come in any
 * order; unknown ones are checked and forgotten byte by byte. Only whole rows are handed on, and
 * only `end` makes a report complete. Keeps one unfinished row at most; no recursion.
 */

import { CellKind } from "../model/cell.ts";
import type { ReportSink } from "../model/cellBatch.ts";
import { type Damage, ReportFailure, type NotReport } from "../model/reportError.ts";
import { BracketStack, MAX_DEPTH } from "./bracketStack.ts";
import { KeyReader } from "./keyReader.ts";
import { RowCollector } from "./rowCollector.ts";
import { scanCells } from "./scanCells.ts";
import { TokenReader } from "./tokenReader.ts";
import { unescapeInPlace } from "./unescape.ts";

export interface TokenizerOptions {
  /** Named in errors; what the body holds is what counts. */
  readonly mediaType?: string;
  /** A row (or list of headers) that takes more of the body is refused as too large. */
  readonly maxRowBytes?: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const LESS_THAN = 0x3c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What is expected next. The first two are in the middle of a token. */
const REST_OF_TOKEN = 0;
const REST_OF_KEY = 1;
const DOCUMENT = 2;
const VALUE = 3;
const VALUE_OR_CLOSE = 4;
const COMMA_OR_CLOSE = 5;
const KEY = 6;
const KEY_OR_CLOSE = 7;
const KEY_COLON = 8;
const NOTHING = 9;

/** How many brackets are open around a cell, by the part of the document. */
const NO_CELLS = -1;
const HEADER_CELLS = 2;
const ROW_CELLS = 3;

export class ReportTokenizer {
  readonly #sink: ReportSink;
  readonly #mediaType: string;
  readonly #collector: RowCollector;
  readonly #brackets = new BracketStack();
  readonly #token = new TokenReader();
  readonly #key = new KeyReader();
  #state = DOCUMENT;
  #cellDepth = NO_CELLS;
  /** Where in the buffer the cell being read starts. */
  #cellStart = 0;
  #hasHeaders = false;
  #hasRows = false;
  #failed = false;

  constructor(sink: ReportSink, options: TokenizerOptions = {}) {
    this.#sink = sink;
    this.#mediaType = options.mediaType ?? "";
    this.#collector = new RowCollector(sink, options.maxRowBytes ?? 256 * 1024 * 1024);
  }

  /** Whole rows read so far. */
  get rows(): number {
    return this.#collector.rows;
  }

  /** Takes the next part of the body. Throws `ReportFailure`; nothing can follow that. */
  push(chunk: Uint8Array): void {
    this.#refuseAfterFailure();
    this.#failed = true;
    const collector = this.#collector;
    for (let taken = 0; taken < chunk.length;) {
      const from = collector.buffer.end;
      taken += collector.take(chunk, taken);
      this.#read(from, collector.buffer.end);
      collector.giveRows();
      this.#cellStart -= collector.makeRoom(this.#inCell() ? this.#cellStart : undefined);
    }
    this.#failed = false;
  }

  /** The body has ended. Returns only when it was one whole report, else throws `ReportFailure`. */
  end(): void {
    this.#refuseAfterFailure();
    if (this.#state === DOCUMENT) throw this.#notReport("empty");
    if (this.#state !== NOTHING) {
      throw new ReportFailure({ code: "cut", bytes: this.#collector.bytes, rows: this.rows });
    }
    if (this.#hasHeaders && this.#hasRows) return;
    if (this.#hasHeaders) throw this.#notReport("noRows");
    throw this.#hasRows
      ? this.#notReport("noHeaders", { rows: this.rows })
      : this.#notReport("neither");
  }

  #refuseAfterFailure(): void {
    if (this.#failed) throw new Error("a body that failed has no continuation");
  }

  #inCell(): boolean {
    const inside = this.#brackets.depth - this.#cellDepth;
    if (this.#cellDepth === NO_CELLS) return false;
    return inside > 0 || (inside === 0 && this.#state === REST_OF_TOKEN);
  }

  #read(from: number, to: number): void {
    const { buffer, cells } = this.#collector;
    const { bytes } = buffer;
    let at = from;
    while (at < to) {
      if (this.#state <= REST_OF_KEY) {
        at = this.#readToken(bytes, at, to);
        continue;
      }
      const expectsValue = this.#state === VALUE || this.#state === VALUE_OR_CLOSE;
      if (expectsValue && this.#cellDepth === ROW_CELLS && this.#brackets.depth === ROW_CELLS) {
        at = scanCells(buffer, at, to, cells);
        this.#state = cells.unfinished === 0 ? VALUE_OR_CLOSE : VALUE;
        if (at >= to) return;
      }
      const byte = bytes[at]!;
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) this.#take(byte, at);
      at++;
    }
  }

  #readToken(bytes: Uint8Array, from: number, to: number): number {
    const token = this.#token;
    const at = token.read(bytes, from, to);
    if (token.problem !== undefined) throw this.#damaged(at, token.problem);
    if (this.#state === REST_OF_KEY) {
      if (this.#brackets.depth === 1) this.#key.add(bytes, from, token.finished ? at - 1 : at);
      if (token.finished) this.#endKey(at);
    } else if (token.finished) {
      this.#endToken(bytes, at);
    }
    return at;
  }

  /** Takes a byte that is neither white space nor in the middle of a token. */
  #take(byte: number, at: number): void {
    switch (this.#state) {
      case DOCUMENT:
        this.#startDocument(byte, at);
        break;
      case VALUE_OR_CLOSE:
        if (byte === CLOSE_ARRAY) this.#close(byte, at);
        else this.#startValue(byte, at);
        break;
      case VALUE:
        this.#startValue(byte, at);
        break;
      case COMMA_OR_CLOSE:
        if (byte === COMMA) this.#state = this.#brackets.inArray() ? VALUE : KEY;
        else this.#close(byte, at);
        break;
      case KEY_OR_CLOSE:
        if (byte === CLOSE_OBJECT) this.#close(byte, at);
        else this.#startKey(byte, at);
        break;
      case KEY:
        this.#startKey(byte, at);
        break;
      case KEY_COLON:
        if (byte !== COLON) throw this.#damaged(at, "noColon");
        this.#state = VALUE;
        break;
      default:
        throw this.#damaged(at, "moreAfterEnd");
    }
  }

  #startDocument(byte: number, at: number): void {
    if (byte === OPEN_OBJECT) this.#open(byte);
    else if (this.#collector.buffer.offset(at) === 0 && this.#token.startMark(byte)) {
      this.#state = REST_OF_TOKEN;
    } else if (byte === LESS_THAN) throw this.#notReport("webPage");
    else {
      const isJson = byte === OPEN_ARRAY || this.#token.start(byte);
      throw this.#notReport(isJson ? "otherShape" : "otherType");
    }
  }

  #startKey(byte: number, at: number): void {
    if (byte !== QUOTE) throw this.#damaged(at, "noKey");
    this.#token.start(byte);
    this.#state = REST_OF_KEY;
  }

  #endKey(at: number): void {
    this.#state = KEY_COLON;
    if (this.#brackets.depth !== 1) return;
    const name = this.#key.finish();
    if (name === undefined) return;
    if (name === "headers" ? this.#hasHeaders : this.#hasRows) {
      throw this.#damaged(at - 1, "keyTwice", name);
    }
    if (name === "headers") this.#hasHeaders = true;
    else this.#hasRows = true;
    this.#cellDepth = name === "headers" ? HEADER_CELLS : ROW_CELLS;
    // The cells of the headers must not meet those of rows before them.
    this.#collector.giveRows();
  }

  #startValue(byte: number, at: number): void {
    const { depth } = this.#brackets;
    const opens = byte === OPEN_ARRAY || byte === OPEN_OBJECT;
    if (!opens && !this.#token.start(byte)) {
      throw this.#damaged(at, "noValue");
    }
    if (depth <= this.#cellDepth) this.#checkShape(byte, at);
    if (depth === this.#cellDepth) this.#cellStart = at;
    if (opens) this.#open(byte);
    else this.#state = REST_OF_TOKEN;
  }

  /** `headers` and `rows` must be lists, headers texts, rows lists. */
  #checkShape(byte: number, at: number): void {
    const { depth } = this.#brackets;
    if (depth === 1 && byte !== OPEN_ARRAY) throw this.#notReport("otherShape");
    if (depth !== 2) return;
    if (this.#cellDepth === HEADER_CELLS && byte !== QUOTE) {
      throw this.#damaged(at, "headerNotText");
    }
    if (this.#cellDepth === ROW_CELLS && byte !== OPEN_ARRAY) {
      // One such row is damage; a report that begins with one is none.
      if (this.rows === 0) throw this.#notReport("rowsNotLists");
      throw this.#damaged(at, "rowNotList");
    }
  }

  #endToken(bytes: Uint8Array, at: number): void {
    const { kind } = this.#token;
    if (this.#brackets.depth === 0) {
      this.#state = DOCUMENT; // that was the byte-order mark
      return;
    }
    if (this.#brackets.depth === this.#cellDepth) {
      const start = this.#cellStart;
      if (kind === CellKind.null) this.#collector.addCell(start, start, kind);
      // Headers stay as sent, with their quotes: JSON.parse makes strings of them.
      else if (kind !== CellKind.string || this.#cellDepth === HEADER_CELLS) {
        this.#collector.addCell(start, at, kind);
      } else {
        this.#collector.addCell(start + 1, unescapeInPlace(bytes, start + 1, at - 1), kind);
      }
    }
    this.#endValue();
  }

  #open(byte: number): void {
    const isArray = byte === OPEN_ARRAY;
    if (this.#brackets.depth === MAX_DEPTH) throw this.#collector.tooLarge();
    this.#brackets.push(isArray);
    this.#state = isArray ? VALUE_OR_CLOSE : KEY_OR_CLOSE;
  }

  #close(byte: number, at: number): void {
    const isArray = this.#brackets.inArray();
    if (byte !== (isArray ? CLOSE_ARRAY : CLOSE_OBJECT)) {
      throw this.#damaged(at, "noComma", isArray ? "]" : "}");
    }
    const { depth } = this.#brackets;
    this.#brackets.pop();
    if (this.#cellDepth !== NO_CELLS) {
      if (depth === ROW_CELLS && this.#cellDepth === ROW_CELLS) this.#collector.endRow();
      else if (depth === HEADER_CELLS && this.#cellDepth === HEADER_CELLS) {
        this.#sink.headers(this.#collector.takeHeaders());
      } else if (depth === this.#cellDepth + 1) {
        this.#collector.addCell(this.#cellStart, at + 1, CellKind.nested);
      }
    }
    this.#endValue();
  }

  #endValue(): void {
    const { depth } = this.#brackets;
    if (depth === 1) this.#cellDepth = NO_CELLS;
    this.#state = depth === 0 ? NOTHING : COMMA_OR_CLOSE;
  }

  #damaged(at: number, problem: Damage, of?: string): ReportFailure {
    this.#collector.giveRows();
    const inRows = this.#cellDepth === ROW_CELLS && this.#brackets.depth > 1;
    return new ReportFailure({
      code: "malformed",
      row: inRows ? this.rows + 1 : 0,
      byte: this.#collector.buffer.offset(at),
      rows: this.rows,
      problem,
      of,
    });
  }

  #notReport(found: NotReport, came?: { readonly rows: number }): ReportFailure {
    return new ReportFailure({ code: "notReport", found, mediaType: this.#mediaType, ...came });
  }
}
