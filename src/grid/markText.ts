/**
 * Which part of a cell's drawing is the text that was looked for, ignoring case as the search does:
 * pieces are cut where a match begins and ends. Joined, they stay the text. Where case folding changes
 * a text's length, or the drawing says it in other characters, places are found all the same or the
 * whole cell counts as the match: never none of it.
 */

import type { CellPiece, MarkPieces } from "./gridProps.ts";

/** The text must not be empty; `also` is how the report writes it. */
export function markText(text: string, also = text): MarkPieces {
  const needle = text.toLowerCase();
  const other = also.toLowerCase();
  return (pieces, exact) => {
    const cell = exact.toLowerCase();
    if (!cell.includes(needle) && !cell.includes(other)) return pieces;
    const drawn = pieces.map((piece) => piece.text).join("");
    const ranges = matchesIn(drawn, needle);
    if (ranges.length === 0) return pieces.map((piece) => ({ ...piece, found: true }));
    let start = 0;
    return pieces.flatMap((piece) => {
      const from = start;
      start += piece.text.length;
      return cut(piece, from, ranges);
    });
  };
}

interface Match {
  readonly start: number;
  readonly end: number;
}

/** One after the other, none within another. */
function matchesIn(text: string, needle: string): readonly Match[] {
  const folded = text.toLowerCase();
  const placeOf = folded.length === text.length ? undefined : placesOf(text);
  if (placeOf !== undefined && placeOf.length !== folded.length + 1) return [];
  const matches: Match[] = [];
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    const end = at + needle.length;
    const last = placeOf?.[end - 1] ?? end - 1;
    // A match of a part of what one character folds to is that character.
    const next = placeOf?.find((place) => place > last) ?? last + 1;
    matches.push({ start: placeOf?.[at] ?? at, end: next });
  }
  return matches;
}

/** Where in the text each unit of its folded form comes from. */
function placesOf(text: string): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.toLowerCase().length; unit += 1) {
      places.push(at + Math.min(unit, character.length - 1));
    }
    at += character.length;
  }
  return [...places, at];
}

function cut(piece: CellPiece, from: number, matches: readonly Match[]): readonly CellPiece[] {
  const { text } = piece;
  const parts: CellPiece[] = [];
  let at = 0;
  const take = (end: number, found: boolean) => {
    if (end <= at) return;
    const part = { ...piece, text: text.slice(at, end) };
    // The gap is before the whole piece.
    parts.push({ ...part, ...(at > 0 ? { gap: false } : {}), ...(found ? { found } : {}) });
    at = end;
  };
  for (const { start, end } of matches) {
    if (end <= from || start >= from + text.length) continue;
    take(start - from, false);
    take(Math.min(end - from, text.length), true);
  }
  take(text.length, false);
  return parts;
}
