/**
 * Resolves the escapes of a JSON string where it stands. The result is never longer than the
 * source, so no other memory is needed. A high surrogate followed by a low one is one character;
 * a lone one keeps its three-byte form (WTF-8), so that no string is changed by reading it.
 */

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;

/** What `\b`, `\f`, `\n`, `\r`, `\t` stand for; other letters stand for themselves. */
const MEANING = Uint8Array.from({ length: 128 }, (_, letter) => letter);
MEANING[0x62] = 0x08;
MEANING[0x66] = 0x0c;
MEANING[0x6e] = 0x0a;
MEANING[0x72] = 0x0d;
MEANING[0x74] = 0x09;

/** The string is `bytes[start … end)`, already checked, without quotes. Gives its new end. */
export function unescapeInPlace(bytes: Uint8Array, start: number, end: number): number {
  let read = start;
  while (read < end && bytes[read] !== BACKSLASH) read++;
  let write = read;
  while (read < end) {
    const byte = bytes[read++]!;
    if (byte !== BACKSLASH) {
      bytes[write++] = byte;
      continue;
    }
    const letter = bytes[read++]!;
    if (letter !== LETTER_U) {
      bytes[write++] = MEANING[letter]!;
      continue;
    }
    let code = readHex(bytes, read);
    read += 4;
    if (isHigh(code) && bytes[read] === BACKSLASH && bytes[read + 1] === LETTER_U) {
      const low = read + 6 <= end ? readHex(bytes, read + 2) : 0;
      if (isLow(low)) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        read += 6;
      }
    }
    write = writeCode(bytes, write, code);
  }
  return write;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

function readHex(bytes: Uint8Array, at: number): number {
  let code = 0;
  for (let i = at; i < at + 4; i++) {
    const digit = bytes[i]!;
    // '0'–'9' carry their value in the low four bits, 'A'–'F' and 'a'–'f' theirs less 9.
    code = (code << 4) | (digit < 0x40 ? digit & 15 : (digit & 15) + 9);
  }
  return code;
}

function writeCode(bytes: Uint8Array, at: number, code: number): number {
  let write = at;
  if (code < 0x80) {
    bytes[write++] = code;
    return write;
  }
  if (code < 0x800) {
    bytes[write++] = 0xc0 | (code >> 6);
  } else {
    if (code < 0x10000) {
      bytes[write++] = 0xe0 | (code >> 12);
    } else {
      bytes[write++] = 0xf0 | (code >> 18);
      bytes[write++] = 0x80 | ((code >> 12) & 0x3f);
    }
    bytes[write++] = 0x80 | ((code >> 6) & 0x3f);
  }
  bytes[write++] = 0x80 | (code & 0x3f);
  return write;
}
