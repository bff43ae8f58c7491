/**
 * A second reader of CSV for tests: whole texts, one regular expression per cell, nothing in common
 * with the one that is tested.
 */

export type NaiveCsv = {
  readonly lines: readonly (readonly string[])[];
  readonly unclosed: boolean;
};

export function naiveCsv(text: string, separator: string): NaiveCsv {
  const stop = separator === "|" ? "\\|" : separator;
  const quoted = new RegExp(`"((?:[^"]|"")*)"(?!")([^${stop}\\r\\n]*)`, "y");
  const plain = new RegExp(`[^${stop}\\r\\n]*`, "y");
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const isQuoted = text[at] === '"';
    const cell = isQuoted ? quoted : plain;
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (found === null) return { lines, unclosed: true };
    const [all, inside = "", tail = ""] = found;
    cells.push(isQuoted ? inside.replaceAll('""', '"') + tail : all);
    at += all.length;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      cells.push("");
    }
    lines.push(cells);
    cells = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return { lines, unclosed: false };
}
