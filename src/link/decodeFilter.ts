/**
 * One `where=` of a link: `Column:condition`, `Column:condition:value`, values as written. The
 * condition ends at its colon, so a colon typed by hand in a value does no harm. Undefined for
 * whatever is not exactly a filter.
 */

import type { ColumnKey } from "../model/column.ts";
import {
  isCompareCondition,
  isTextCondition,
  type CompareCondition,
  type Filter,
  type FilterKind,
  type TextCondition,
} from "../model/filter.ts";
import { unescapeAtom } from "./atom.ts";
import { NONE } from "./format.ts";
import { readColumnKey } from "./readColumnPart.ts";

export function decodeFilter(text: string): Filter<ColumnKey> | undefined {
  const [, columnAtom, word, valueText] = /^([^:]*):([a-z]+)(?::(.*))?$/isu.exec(text) ?? [];
  if (columnAtom === undefined || word === undefined) return undefined;
  const column = readColumnKey(columnAtom);
  if (column === undefined) return undefined;
  const kind = word.toLowerCase();
  if (valueText === undefined) {
    return kind === "blank" || kind === "notblank" ? { kind, column } : undefined;
  }
  return withValue(column, kind, valueText);
}

function withValue(column: ColumnKey, kind: string, text: string): Filter<ColumnKey> | undefined {
  if (kind === "is" || kind === "isnt") {
    const values = text === NONE ? [] : unescapeAll(text.split("|"));
    return values && { kind, column, values };
  }
  if (kind === "between") {
    const [from, to, ...more] = unescapeAll(text.split("|")) ?? [];
    if (from === undefined || to === undefined || more.length > 0) return undefined;
    return { kind, column, from, to };
  }
  if (!isValueCondition(kind)) return undefined;
  const value = unescapeAtom(text);
  return value === undefined ? undefined : { kind, column, value };
}

function isValueCondition(kind: string): kind is TextCondition | CompareCondition {
  return isTextCondition(kind as FilterKind) || isCompareCondition(kind as FilterKind);
}

/** Undefined if one of them is broken: a filter with half of its values is another filter. */
function unescapeAll(atoms: readonly string[]): string[] | undefined {
  const texts = atoms.map(unescapeAtom);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
