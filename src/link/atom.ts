/**
 * The escapes of a link: any text ⇄ plain ASCII that no browser, mail program or messenger
 * rewrites. Percent escapes of UTF-8; a lone surrogate is kept as its three bytes (`%ED%A0%80`),
 * which UTF-8 proper leaves unused. All the link's delimiters (`& : , |`) are escaped, so a link
 * is first split and then unescaped. `unescapeAtom` never throws.
 */

/** Readable and safe everywhere; everything else is escaped. */
const ESCAPED = /[^\w\-.~/@$=?;]/gu;

/** A surrogate's three bytes. `%ED` only ever begins a sequence, so none is found out of step. */
const SURROGATE = /(%ED%[AB][0-9A-F]%[89AB][0-9A-F])/i;

export function escapeAtom(text: string): string {
  return text.replace(ESCAPED, (character) =>
    utf8(character.codePointAt(0) ?? 0)
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );
}

/** Undefined where an escape is broken, as in a link that was cut. */
export function unescapeAtom(atom: string): string | undefined {
  if (!atom.includes("%")) return atom;
  try {
    return atom
      .split(SURROGATE)
      .map((piece, index) => (index % 2 === 1 ? surrogate(piece) : decodeURIComponent(piece)))
      .join("");
  } catch {
    return undefined;
  }
}

/** Bytes of a code point, surrogates included. */
function utf8(code: number): number[] {
  if (code < 0x80) return [code];
  const last = 0x80 | (code & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), last];
  const third = 0x80 | ((code >> 6) & 0x3f);
  if (code < 0x10000) return [0xe0 | (code >> 12), third, last];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), third, last];
}

function surrogate(escaped: string): string {
  const [, , second = 0, third = 0] = escaped.split("%").map((byte) => Number.parseInt(byte, 16));
  return String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
}
