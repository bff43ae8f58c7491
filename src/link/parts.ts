/**
 * The query part of a link cut into its parts, `name=value`, still escaped. Bounded: of a longer
 * text the rest, and the part it would have cut through, is left out. Mail programs that write
 * `&amp;` for `&` are understood.
 */

import { readFingerprint } from "../model/fingerprint.ts";
import { END_MARK, MAX_LINK_LENGTH, NEEDS_END } from "./format.ts";

export interface LinkPart {
  readonly name: string;
  /** Still escaped; empty where there is no `=`. */
  readonly value: string;
}

export interface LinkParts {
  readonly parts: readonly LinkPart[];
  /** The end is missing: parts may have been lost without a trace. */
  readonly cut: boolean;
}

export function splitParts(text: string): LinkParts {
  const tooLong = text.length > MAX_LINK_LENGTH;
  const end = tooLong ? text.lastIndexOf("&", MAX_LINK_LENGTH) : text.length;
  const parts = text
    .slice(0, Math.max(end, 0))
    .split("&")
    .map((part) => part.replace(/^amp;/, ""))
    .filter((part) => part !== "")
    .map(splitPart);
  return { parts, cut: tooLong || (text.length > NEEDS_END && !isClosed(parts.at(-1))) };
}

function splitPart(part: string): LinkPart {
  const place = part.indexOf("=");
  return place < 0
    ? { name: part, value: "" }
    : { name: part.slice(0, place), value: part.slice(place + 1) };
}

function isClosed(last: LinkPart | undefined): boolean {
  if (last === undefined) return false;
  return (
    `${last.name}=${last.value}` === END_MARK ||
    (last.name === "data" && readFingerprint(last.value) !== undefined)
  );
}
