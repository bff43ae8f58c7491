/**
 * Names of sheets and files out of any text: what spreadsheets and file systems allow, each once,
 * still readable. Two values that become the same name are told apart by a number.
 */

/** UTF-16 units. */
const LONGEST_SHEET_NAME = 31;
const LONGEST_FILE_NAME = 100;

const NOT_IN_SHEETS = /[[\]:*?/\\\p{Cc}]/gu;
const NOT_IN_FILES = /[<>:"/\\|?*\p{Cc}]/gu;
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const RESERVED_FILES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

export type NameMaker = (text: string) => string;

/** `taken`: names that are in use already. */
export function sheetNames(taken: readonly string[] = []): NameMaker {
  return uniqueNames(taken, LONGEST_SHEET_NAME, (text) => {
    const clean = text.replace(INVISIBLE, "").replace(NOT_IN_SHEETS, "_").trim();
    const name = clean.replace(/^'+|'+$/g, "_");
    // Excel keeps this name for itself.
    return name.toLowerCase() === "history" ? `${name}_` : name;
  });
}

/** Without an ending. */
export function fileNames(taken: readonly string[] = []): NameMaker {
  return uniqueNames(taken, LONGEST_FILE_NAME, (text) => {
    const clean = text.replace(INVISIBLE, "").replace(NOT_IN_FILES, "_");
    const name = clean.replace(/^[.\s]+|[.\s]+$/g, "");
    return RESERVED_FILES.test(name) ? `_${name}` : name;
  });
}

function uniqueNames(
  taken: readonly string[],
  longest: number,
  clean: (text: string) => string,
): NameMaker {
  const used = new Set(taken.map(folded));
  return (text) => {
    const name = clean(text) || "(blank)";
    let candidate = clean(cut(name, longest));
    for (let number = 2; used.has(folded(candidate)); number += 1) {
      const ending = ` (${number})`;
      candidate = cut(name, longest - ending.length) + ending;
    }
    used.add(folded(candidate));
    return candidate;
  };
}

/** Names that differ by case only, or by how an accent is written, are the same to some systems. */
function folded(name: string): string {
  return name.normalize("NFC").toUpperCase().toLowerCase();
}

/** Never through the middle of a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length).trimEnd();
}
