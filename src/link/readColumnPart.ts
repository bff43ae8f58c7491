/**
 * The parts of a link that are lists of columns: `show=Client,Cost`, `sort=-Cost`, `width=Cost:180`.
 * Each item stands for itself: one that makes no sense, or names a column a second time, is handed
 * back and the others count. A list of which nothing makes sense changes nothing.
 */

import { COLUMN_KINDS, type ColumnKey } from "../model/column.ts";
import { MAX_GROUP_COLUMNS, type ViewGrouping } from "../model/grouping.ts";
import { PICTURE_SIZES, USUAL_SIZE, type ViewPicture } from "../model/picture.ts";
import {
  CURRENCY_CODE,
  MAX_SORT_KEYS,
  MAX_WIDTH,
  type ViewCurrency,
  type ViewState,
} from "../model/viewState.ts";
import { unescapeAtom } from "./atom.ts";
import { GROUPS_BY_ROWS, GROUPS_OPEN, NONE, PICTURE_ROWS, RIGHT } from "./format.ts";

export interface ColumnPart {
  readonly view: Partial<ViewState>;
  /** Items that could not be read, still escaped. */
  readonly rest: readonly string[];
}

/** Undefined for a name that is none of these lists. */
export function readColumnPart(name: string, text: string): ColumnPart | undefined {
  switch (name) {
    case "show":
      return part(readKeys(text), (keys) => ({ shown: [...keys.keys()] }));
    case "sort":
      return part(readItems(text, sortItem, MAX_SORT_KEYS), (keys) => ({
        sort: [...keys].map(([column, descending]) => ({ column, descending })),
      }));
    case "group":
      return groupPart(text);
    case "picture":
      return picturePart(text);
    case "pin":
      return part(readItems(text, keyed(pinSide)), (sides) => ({
        pinned: { left: keysWith(sides, "left"), right: keysWith(sides, "right") },
      }));
    case "width":
      return part(readItems(text, keyed(width)), (widths) => ({ widths }));
    case "kind":
      return part(readItems(text, keyed(kind)), (kinds) => ({ kinds }));
    case "money":
      return part(readItems(text, keyed(currency)), (currencies) => ({ currencies }));
    case "totals":
      return part(readKeys(text), (keys) => ({ totals: [...keys.keys()] }));
    case "fill":
      return part(
        readItems(
          text,
          keyed((words) => words.length === 0 || undefined),
        ),
        (keys) => ({ fill: [...keys.keys()] }),
      );
    default:
      return undefined;
  }
}

/** A column's name as a link has it: any text, held against the report only when there is one. */
export function readColumnKey(atom: string): ColumnKey | undefined {
  return unescapeAtom(atom) as ColumnKey | undefined;
}

interface Items<Value> {
  readonly map: ReadonlyMap<ColumnKey, Value>;
  readonly rest: readonly string[];
}

function part<Value>(
  { map, rest }: Items<Value>,
  viewOf: (map: ReadonlyMap<ColumnKey, Value>) => Partial<ViewState>,
): ColumnPart {
  return { view: map.size === 0 && rest.length > 0 ? {} : viewOf(map), rest };
}

type Item<Value> = readonly [key: ColumnKey, value: Value];

function readItems<Value>(
  text: string,
  readItem: (item: string) => Item<Value> | undefined,
  most = Number.POSITIVE_INFINITY,
): Items<Value> {
  const map = new Map<ColumnKey, Value>();
  const rest: string[] = [];
  for (const item of text.split(",")) {
    const read = map.size < most ? readItem(item) : undefined;
    if (read === undefined || map.has(read[0])) rest.push(item);
    else map.set(...read);
  }
  return { map, rest };
}

function readKeys(text: string): Items<true> {
  if (text === NONE) return { map: new Map(), rest: [] };
  return readItems(
    text,
    keyed((words) => words.length === 0 || undefined),
  );
}

/** Columns, and words about the groups; without any column there is nothing to say them of. */
function groupPart(text: string): ColumnPart {
  let open = false;
  let byRows: ViewGrouping["byRows"];
  const names: string[] = [];
  for (const item of text.split(",")) {
    if (item === GROUPS_OPEN && !open) open = true;
    else if (item === GROUPS_BY_ROWS.ascending && byRows === undefined) byRows = "ascending";
    else if (item === GROUPS_BY_ROWS.descending && byRows === undefined) byRows = "descending";
    else names.push(item);
  }
  const { map, rest } = readItems(
    names.join(","),
    keyed((words) => words.length === 0 || undefined),
    MAX_GROUP_COLUMNS,
  );
  if (names.length === 0 || map.size === 0) return { view: {}, rest: [text] };
  return { view: { grouping: { columns: [...map.keys()], open, byRows } }, rest };
}

/** A column, and words about what is measured, each once; without the column there is no picture. */
function picturePart(text: string): ColumnPart {
  const [first = "", ...items] = text.split(",");
  const by = first.includes(":") ? undefined : readColumnKey(first);
  if (by === undefined) return { view: {}, rest: [text] };
  let said: Partial<ViewPicture> = {};
  const rest: string[] = [];
  for (const item of items) {
    const read = pictureWord(item);
    if (read === undefined || Object.keys(read).some((name) => name in said)) rest.push(item);
    else said = { ...said, ...read };
  }
  const usual = { of: undefined, when: undefined, most: USUAL_SIZE };
  return { view: { picture: { by, ...usual, ...said } }, rest };
}

function pictureWord(item: string): Partial<ViewPicture> | undefined {
  if (item === PICTURE_ROWS) return { of: "rows" };
  const [word, one = "", two, ...more] = item.split(":");
  if (more.length > 0) return undefined;
  const column = readColumnKey(one);
  if (word === "of" && two !== undefined) {
    const currency = unescapeAtom(two);
    return column === undefined || currency === undefined
      ? undefined
      : { of: { column, currency } };
  }
  if (two !== undefined || !item.includes(":")) return undefined;
  if (word === "when") return column === undefined ? undefined : { when: column };
  const most = word === "top" ? PICTURE_SIZES.find((size) => String(size) === one) : undefined;
  return most === undefined ? undefined : { most };
}

/** An item that begins with a column, with what `read` makes of the words behind its colons. */
function keyed<Value>(
  read: (words: readonly string[]) => Value | undefined,
): (item: string) => Item<Value> | undefined {
  return (item) => {
    const [atom = "", ...words] = item.split(":");
    const key = readColumnKey(atom);
    const value = read(words);
    return key === undefined || value === undefined ? undefined : [key, value];
  };
}

/** `Cost`, `-Cost`; spelled out, `Cost:asc`, for names that begin with a minus sign. */
function sortItem(item: string): Item<boolean> | undefined {
  const read = /^([^:]*)(?::(asc|desc))?$/is.exec(item);
  if (read === null) return undefined;
  const [, start = "", word] = read;
  const minus = word === undefined && start.startsWith("-");
  const key = readColumnKey(minus ? start.slice(1) : start);
  return key === undefined ? undefined : [key, minus || word?.toLowerCase() === "desc"];
}

function pinSide([side, ...more]: readonly string[]): "left" | "right" | undefined {
  if (side === undefined) return "left";
  return side === RIGHT && more.length === 0 ? "right" : undefined;
}

function keysWith<Value>(map: ReadonlyMap<ColumnKey, Value>, wanted: Value): ColumnKey[] {
  return [...map].flatMap(([key, value]) => (value === wanted ? [key] : []));
}

function width([pixels = "", ...more]: readonly string[]): number | undefined {
  const number = /^[1-9]\d{0,4}$/.test(pixels) && more.length === 0 ? Number(pixels) : undefined;
  return number !== undefined && number <= MAX_WIDTH ? number : undefined;
}

function kind([word, ...more]: readonly string[]) {
  return more.length > 0 ? undefined : COLUMN_KINDS.find((each) => each === word);
}

/** A code, `EUR`, or the column that holds each row's code, `by:Currency`. */
function currency(words: readonly string[]): ViewCurrency | undefined {
  const [first = "", second, ...more] = words;
  if (more.length > 0) return undefined;
  if (second === undefined) {
    const code = unescapeAtom(first);
    return code !== undefined && CURRENCY_CODE.test(code) ? { from: "code", code } : undefined;
  }
  const column = first === "by" ? readColumnKey(second) : undefined;
  return column === undefined ? undefined : { from: "column", column };
}
