/**
 * The words of one part of the page, English until another language is spoken. English travels with
 * the part that says it; other languages come whole, and their words take the place of the English
 * ones in the same object. So words are read while something is drawn, and never kept.
 */

import type { Words } from "./words.ts";

interface Known {
  readonly english: object;
  /** What everyone reads. */
  readonly spoken: object;
}

const areas = new Map<string, Known>();
let translation: Partial<Record<string, object>> = {};

export function area<Entries extends object>(
  name: keyof Words,
  english: Entries,
): Readonly<Entries> {
  const spoken = { ...english };
  Object.assign(spoken, translation[name]);
  areas.set(name, { english, spoken });
  return spoken;
}

/** For what leaves the page and is read by others. */
export function inEnglish<Entries extends object>(entries: Entries): Entries {
  for (const { english, spoken } of areas.values()) {
    if (spoken === entries) return { ...entries, ...english };
  }
  return entries;
}

/** Also for the areas that come later. Undefined is English again. */
export function say(words: Words | undefined): void {
  translation = { ...words };
  for (const [name, { english, spoken }] of areas) {
    Object.assign(spoken, translation[name] ?? english);
  }
}
