/*
 * What a report says and in which order, by the plainest means: the JSON cut into tokens by one
 * pattern, every cell a text as written, sorting by a decimal library and the browser's collation.
 * Shares no line with the app, so that both being wrong in the same way is unlikely.
 */
import { Big } from "big.js";
import { SAMPLE_KEY } from "../sample/contract.js";

export interface OracleReport {
  readonly headers: readonly string[];
  /** Texts of the cells; all rows are as long as there are columns. */
  readonly rows: readonly (readonly string[])[];
}

/** The report as the sample API sends it to anyone who asks. */
export async function askReport(appUrl: string, id: string): Promise<OracleReport> {
  return readReport((await askBytes(appUrl, id, "application/json")).toString("utf8"));
}

export async function askBytes(appUrl: string, id: string, accept: string): Promise<Buffer> {
  const answer = await fetch(`${appUrl}billing/org/v1/reports/${id}/download`, {
    headers: { Authorization: `apikey ${SAMPLE_KEY}`, Accept: accept },
  });
  return Buffer.from(await answer.arrayBuffer());
}

const TOKEN = /\s*("[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|[^\s[\]{},:"]+)/gs;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes a valid document of the contract in any layout; not made to notice invalid ones. */
function readReport(json: string): OracleReport {
  const tokens: Token[] = [];
  for (const match of json.replace(/^\ufeff/, " ").matchAll(TOKEN)) {
    const text = match[1] ?? "";
    const end = match.index + match[0].length;
    tokens.push({ text, start: end - text.length, end });
  }
  let at = 0;
  const peek = (): string => tokens[at]?.text ?? "";
  /** The source of the value that begins here; goes on behind it. */
  const value = (): string => {
    const start = tokens[at]?.start ?? 0;
    let depth = 0;
    do {
      if ("[{".includes(peek())) depth++;
      if ("]}".includes(peek())) depth--;
      at++;
    } while (depth > 0);
    return json.slice(start, tokens[at - 1]?.end);
  };
  /** The sources of the items of the array that begins here. */
  const items = <Item>(read: () => Item): Item[] => {
    const found: Item[] = [];
    at++;
    while (peek() !== "]") {
      found.push(read());
      if (peek() === ",") at++;
    }
    at++;
    return found;
  };

  let headers: string[] = [];
  let rows: string[][] = [];
  at = 1;
  while (peek() !== "}") {
    const key = textOf(peek());
    at += 2;
    if (key === "headers") headers = items(value).map(textOf);
    else if (key === "rows") rows = items(() => items(value).map(textOf));
    else value();
    if (peek() === ",") at++;
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), headers.length);
  const whole = rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
  return { headers, rows: whole };
}

/** A cell's text: a string's characters, nothing for null, the source of anything else. */
function textOf(source: string): string {
  if (source.startsWith('"')) return String(JSON.parse(source));
  return source === "null" ? "" : source;
}

export interface OracleSort {
  readonly column: number;
  readonly by: "number" | "text";
  readonly descending: boolean;
}

const TEXT_ORDER = new Intl.Collator("en", { numeric: true });

/** Stable; blanks last in both directions. */
export function sortRows<Row extends readonly string[]>(
  rows: readonly Row[],
  keys: readonly OracleSort[],
): Row[] {
  return rows.toSorted((a, b) => {
    for (const { column, by, descending } of keys) {
      const [x, y] = [a[column] ?? "", b[column] ?? ""];
      if (x === y) continue;
      if (x === "" || y === "") return x === "" ? 1 : -1;
      const order = by === "number" ? new Big(x).cmp(new Big(y)) : TEXT_ORDER.compare(x, y);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}
