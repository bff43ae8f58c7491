/**
 * Named views as text: what is kept in the browser and what a file of views holds are the same
 * (docs/link-format.md, "Saved views"). A view is the query part of its link, so it passes through
 * the link's allow-list whenever it is read: a stranger's file can neither crash, hang nor inject.
 * There is no place in it for a key, a report or a row. Pure.
 */

import { decodeView } from "../../link/decodeView.ts";
import { encodeView } from "../../link/encodeView.ts";
import { DEFAULT_VIEW, type ViewState } from "../../model/viewState.ts";

export interface SavedView {
  readonly name: string;
  readonly view: ViewState;
}

export interface ReadViews {
  readonly views: readonly SavedView[];
  /** Entries left out: not a view, cut, of a later version, or too many. */
  readonly leftOut: number;
  /** Parts of the views taken that were not understood. */
  readonly notUnderstood: number;
}

export const MAX_VIEWS = 200;
export const MAX_NAME = 80;
/** In UTF-16 units; of a file also in bytes. */
export const MAX_TEXT = 2_000_000;

const FORMAT = "billscope views";
const VERSION = 1;

/** Readable, one view a line; names and views only. */
export function writeViews(views: readonly SavedView[]): string {
  const lines = views.map(({ name, view }) => JSON.stringify({ name, view: linkText(view) }));
  const list = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "views": ${list}\n}\n`;
}

/** Undefined for a text that is no file of views; "newer" for one of a later version. */
export function readViews(text: string): ReadViews | "newer" | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const file = parse(text.replace(/^\ufeff/, ""));
  if (!isRecord(file) || file.format !== FORMAT || !Array.isArray(file.views)) return undefined;
  if (typeof file.version === "number" && file.version > VERSION) return "newer";
  const entries: readonly unknown[] = file.views;
  const views: SavedView[] = [];
  let notUnderstood = 0;
  for (const entry of entries) {
    if (views.length === MAX_VIEWS) break;
    const read = readEntry(entry);
    if (read === undefined) continue;
    views.push({ name: freeName(read.name, views), view: read.view });
    notUnderstood += read.notUnderstood;
  }
  return { views, leftOut: entries.length - views.length, notUnderstood };
}

/** A name fit to be shown: one line, not too long, nothing that turns the text around it. */
export function cleanName(text: string): string {
  const line = text
    .slice(0, 4 * MAX_NAME)
    .replaceAll(UNSEEN, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return Array.from(line).slice(0, MAX_NAME).join("").trim();
}

/** The name, or with a number behind it where it is taken. */
export function freeName(name: string, views: readonly SavedView[]): string {
  const taken = new Set(views.map((view) => view.name));
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const numbered = `${name} (${number})`;
    if (!taken.has(numbered)) return numbered;
  }
}

export function isSameView(one: ViewState, other: ViewState): boolean {
  return linkText(one) === linkText(other);
}

/** Control characters, marks that change the direction of text, halves of pairs. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

function linkText(view: ViewState): string {
  return encodeView({ view, fingerprint: undefined });
}

function readEntry(
  entry: unknown,
): { name: string; view: ViewState; notUnderstood: number } | undefined {
  if (!isRecord(entry) || typeof entry.name !== "string" || typeof entry.view !== "string") {
    return undefined;
  }
  const name = cleanName(entry.name);
  const { view, notUnderstood, newer, cut } = decodeView(entry.view);
  if (name === "" || newer || cut) return undefined;
  // Of junk nothing is left: that is no view, even though the default view has an empty text.
  if (notUnderstood.length > 0 && isSameView(view, DEFAULT_VIEW)) return undefined;
  return { name, view, notUnderstood: notUnderstood.length };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
