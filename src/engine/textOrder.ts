/**
 * An order of texts as what makes their keys: everybody's, or with the alphabet of a language. Most
 * texts are read byte by byte; what bytes alone can't tell (a letter of two signs, an accent that makes
 * another letter) takes a key of its own. No byte read alone may differ from that key.
 */

import { alphabetOf, type Alphabet } from "../model/alphabets.ts";
import type { Collation } from "../model/collation.ts";
import { foldForOrder, foldInAlphabet } from "../model/compareText.ts";
import { keyOf, PLAIN_KEY } from "./plainKey.ts";
import { encodeText } from "./wtf8.ts";

export interface TextOrder {
  /** Undefined for everybody's. */
  readonly collation: Collation | undefined;
  /** As `PLAIN_KEY`; 0 too for letters that may be part of another one, or whose key is several bytes. */
  readonly plain: Uint8Array;
  /** What may follow such a letter within one letter, by its byte. */
  readonly followers: readonly (ReadonlySet<number> | undefined)[];
  readonly fold: (text: string) => string;
  readonly letters: Alphabet["letters"];
  /** Of single signs, by code point; filled as they are met. */
  readonly keys: (Uint8Array | undefined)[];
  /** Of what begins like a letter of several signs, by its first four bytes; filled likewise. */
  readonly several: Map<number, SeveralSigns>;
}

/** Such a letter, or the one sign that is none. */
export interface SeveralSigns {
  readonly key: Uint8Array;
  readonly bytes: number;
}

const BASE: TextOrder = {
  collation: undefined,
  plain: PLAIN_KEY,
  followers: [],
  fold: foldForOrder,
  letters: new Map(),
  keys: [],
  several: new Map(),
};

const known = new Map<Collation, TextOrder>();

export function textOrder(collation: Collation | undefined): TextOrder {
  if (collation === undefined) return BASE;
  const order = known.get(collation) ?? orderOf(collation);
  known.set(collation, order);
  return order;
}

function orderOf(collation: Collation): TextOrder {
  const alphabet = alphabetOf(collation);
  const plain = PLAIN_KEY.slice();
  const followers: Set<number>[] = [];
  for (let byte = 0x41; byte <= 0x7a; byte += 1) {
    const letters = alphabet.letters.get(String.fromCharCode(byte).toLowerCase()) ?? [];
    const several = letters.filter(({ signs }) => signs.length > 1);
    const [single] = letters.filter(({ signs }) => signs.length === 1);
    if (several.length > 0) plain[byte] = 0;
    else if (single?.stands.length === 1) plain[byte] = keyOf(single.stands.charCodeAt(0));
    else if (single !== undefined) plain[byte] = 0;
    if (several.length > 0 && single === undefined) {
      followers[byte] = new Set(several.flatMap(({ signs }) => firstBytes(signs.slice(1))));
    }
  }
  if (alphabet.hasDotless) plain[CAPITAL_I] = 0;
  const { letters } = alphabet;
  const fold = (text: string) => foldInAlphabet(text, alphabet);
  return { collation, plain, followers, fold, letters, keys: [], several: new Map() };
}

const CAPITAL_I = 0x49;

/** In either case, in one piece and with its accent after it. */
function firstBytes(sign: string): number[] {
  const written = [sign, sign.toUpperCase()];
  return [...written, ...written.map((one) => one.normalize("NFD"))].map(
    (one) => encodeText(one)[0]!,
  );
}

/** The key of a byte that may be part of another letter, where it isn't; else 0. */
export function aloneKey(
  { followers }: TextOrder,
  bytes: Uint8Array,
  at: number,
  end: number,
): number {
  const following = followers[bytes[at]!];
  if (following === undefined || (at + 1 < end && following.has(bytes[at + 1]!))) return 0;
  return PLAIN_KEY[bytes[at]!]!;
}

/** Whether what was read before `at` may be another letter by what stands there. */
export function isAccented(
  { collation }: TextOrder,
  bytes: Uint8Array,
  at: number,
  end: number,
): boolean {
  if (collation === undefined || at >= end) return false;
  // Accents are U+0300 to U+036F.
  return bytes[at] === 0xcc || bytes[at] === 0xcd;
}
