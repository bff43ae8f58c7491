/**
 * The one door for text from a server: a 400 may say why, and may quote anything. Takes out the
 * key, every piece of it from six characters on, and its usual disguises (URL-encoded, base64,
 * hexadecimal); takes out characters that steer the display; cuts what is long. Never throws.
 */

/** Shorter pieces of a key could be any word. */
const PIECE = 6;
const MAX_LENGTH = 300;
const HIDDEN = "[key]";

/** Line breaks and other controls; lone surrogates and format characters (direction, no width). */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const INVISIBLE = /[\p{Cf}\p{Cs}]/gu;

export function redact(text: string, key: string): string {
  const visible = text.replace(INVISIBLE, "").replace(CONTROLS, " ").trim();
  const safe = hidePieces(visible, spellings(key));
  const characters = Array.from(safe);
  return characters.length <= MAX_LENGTH ? safe : `${characters.slice(0, MAX_LENGTH).join("")}…`;
}

/** The ways in which a server may have written the key. */
function spellings(key: string): readonly string[] {
  if (key === "") return [];
  const bytes = new TextEncoder().encode(key);
  const hexadecimal = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  // Base64 looks different by where in a group of three bytes the key starts.
  const base64 = [0, 1, 2].flatMap((before) => {
    const text = btoa("\0".repeat(before) + String.fromCharCode(...bytes));
    const own = text.slice(before === 0 ? 0 : before + 1).replace(/=+$/, "");
    return [own, own.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [key, encodeURIComponent(key), hexadecimal, ...base64];
}

function hidePieces(text: string, secrets: readonly string[]): string {
  const lowerText = toLower(text);
  const hidden = new Uint8Array(text.length);
  for (const secret of secrets.map(toLower)) {
    const size = Math.min(PIECE, secret.length);
    const pieces = new Set<string>();
    for (let at = 0; at + size <= secret.length; at++) pieces.add(secret.slice(at, at + size));
    for (let at = 0; at + size <= text.length; at++) {
      if (pieces.has(lowerText.slice(at, at + size))) hidden.fill(1, at, at + size);
    }
  }
  let safe = "";
  for (let at = 0; at < text.length; at++) {
    if (hidden[at] === 0) safe += text.charAt(at);
    else if (at === 0 || hidden[at - 1] === 0) safe += HIDDEN;
  }
  return safe;
}

/** Of the same length as the text, unlike `toLowerCase`. */
function toLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
