/**
 * The query part of a link as a view. Never throws and takes time linear in the text, whatever it is
 * given: a link is a stranger's text. Only what version 1 lists gets in; everything else is left
 * out and named: unknown parts by their name alone, since a value may be a secret.
 */

import { readCollation } from "../model/collation.ts";
import type { ColumnKey } from "../model/column.ts";
import type { Filter } from "../model/filter.ts";
import { readFingerprint, type Fingerprint } from "../model/fingerprint.ts";
import { DEFAULT_VIEW, MAX_FILTERS, type ViewState } from "../model/viewState.ts";
import { unescapeAtom } from "./atom.ts";
import { decodeFilter } from "./decodeFilter.ts";
import { END_MARK, type ViewLink } from "./format.ts";
import { splitParts, type LinkPart } from "./parts.ts";
import { printable } from "./printable.ts";
import { readColumnPart } from "./readColumnPart.ts";
import { LINK_VERSION, versionOf } from "./upgrade.ts";

export interface DecodedLink extends ViewLink, LinkUnread {}

/** What of a link was not taken. */
export interface LinkUnread {
  /** The pieces left out, each fit to be shown. */
  readonly notUnderstood: readonly string[];
  /** Made by a later version of this program: nothing of it was taken. */
  readonly newer: boolean;
  /** The link was cut short, on its way or because it is too long: it may have said more. */
  readonly cut: boolean;
}

export function decodeView(text: string): DecodedLink {
  const { parts, cut } = splitParts(text);
  const version = versionOf(parts);
  if (version !== undefined && version > LINK_VERSION) {
    const notUnderstood = [`v=${version}`];
    return { view: DEFAULT_VIEW, fingerprint: undefined, notUnderstood, newer: true, cut };
  }
  const { junk, ...link } = readParts(parts);
  return { ...link, newer: false, cut: cut || junk };
}

/** Below 2^53, so that the number is exact. */
const ROW_COUNT = /^(?:0|[1-9]\d{0,14})$/;

/** A text with more pieces that make no sense is no link: it is read no further. */
const MAX_NAMED = 1000;

function readParts(parts: readonly LinkPart[]) {
  let view: ViewState = DEFAULT_VIEW;
  let fingerprint: Fingerprint | undefined;
  let rowCount: number | undefined;
  const filters: Filter<ColumnKey>[] = [];
  const notUnderstood: string[] = [];
  const seen = new Set<string>();

  for (const part of parts) {
    if (notUnderstood.length >= MAX_NAMED) break;
    const { name, value } = part;
    if (name === "where") {
      const filter = filters.length < MAX_FILTERS ? decodeFilter(value) : undefined;
      if (filter === undefined) notUnderstood.push(named(name, value));
      else filters.push(filter);
      continue;
    }
    // Said twice, the first counts.
    const reading = seen.has(name) ? { rest: [value] } : readOnce(part);
    seen.add(name);
    if (reading === undefined) {
      notUnderstood.push(unknownName(name));
    } else {
      view = { ...view, ...reading.view };
      fingerprint ??= reading.fingerprint;
      rowCount ??= reading.rowCount;
      const room = MAX_NAMED - notUnderstood.length;
      for (const piece of reading.rest.slice(0, room)) notUnderstood.push(named(name, piece));
    }
  }
  const junk = notUnderstood.length >= MAX_NAMED;
  if (fingerprint === undefined && rowCount !== undefined) {
    // A count of rows alone proves nothing.
    notUnderstood.push(`rows=${rowCount}`);
    rowCount = undefined;
  }
  return { view: { ...view, filters }, fingerprint, rowCount, notUnderstood, junk };
}

interface Reading {
  readonly view?: Partial<ViewState>;
  readonly fingerprint?: Fingerprint;
  readonly rowCount?: number;
  /** What could not be read of the value. */
  readonly rest: readonly string[];
}

/** Parts that a link has once; undefined for a name that is not on the list. */
function readOnce(part: LinkPart): Reading | undefined {
  const { name, value } = part;
  switch (name) {
    case "find":
    case "also": {
      const text = unescapeAtom(value);
      if (text === undefined) return { rest: [value] };
      return { view: name === "find" ? { search: text } : { also: text }, rest: [] };
    }
    case "collate": {
      const collation = readCollation(value);
      return collation === undefined ? { rest: [value] } : { view: { collation }, rest: [] };
    }
    case "exact":
      return value === "1" ? { view: { exact: true }, rest: [] } : { rest: [value] };
    case "lines":
      return value === "aside" || value === "sent"
        ? { view: { lines: value }, rest: [] }
        : { rest: [value] };
    case "rows":
      return ROW_COUNT.test(value) ? { rowCount: Number(value), rest: [] } : { rest: [value] };
    case "data": {
      const fingerprint = readFingerprint(value);
      return fingerprint === undefined ? { rest: [value] } : { fingerprint, rest: [] };
    }
    case "end":
      return { rest: `end=${value}` === END_MARK ? [] : [value] };
    case "v":
      return { rest: versionOf([part]) === LINK_VERSION ? [] : [value] };
    default:
      return readColumnPart(name, value);
  }
}

function named(name: string, piece: string): string {
  const start = piece.slice(0, 400);
  return printable(`${name}=${unescapeAtom(start) ?? start}`);
}

function unknownName(name: string): string {
  return /^[a-z][a-z_-]{0,19}$/i.test(name) ? name : "…";
}
