/**
 * Which language the page speaks and how it writes figures: one for the whole page. A language is
 * fetched before it is spoken, so that nothing is drawn half in one and half in another; one that
 * can't be fetched leaves everything as it was.
 */

import { useSyncExternalStore } from "react";
import { say } from "./area.ts";
import { writeCountsAs } from "./figures.ts";
import type { Words } from "./words.ts";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words: whoever needs it may not read the others. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

export interface Spoken {
  readonly language: Language;
  /** Whose way of writing numbers is followed; undefined writes them as the report does. */
  readonly numbers: string | undefined;
  readonly dates: string | undefined;
  /** The language asked for last could not be fetched. */
  readonly isMissing: boolean;
}

const LOADERS: Readonly<Record<Exclude<Language, "en">, () => Promise<Words>>> = {
  de: async () => (await import("./de.ts")).german,
};

const listeners = new Set<() => void>();
let now: Spoken = { language: "en", numbers: undefined, dates: undefined, isMissing: false };
let asked: Language = now.language;

/** The last one asked for wins, whichever comes last. */
export async function speak(language: Language): Promise<void> {
  asked = language;
  let words: Words | undefined;
  let isMissing = false;
  try {
    if (language !== "en") words = await LOADERS[language]();
  } catch {
    isMissing = true;
  }
  if (asked !== language) return;
  if (!isMissing) say(words);
  become({ ...now, isMissing, ...(isMissing ? {} : { language }) });
}

export function writeFiguresAs(numbers: string | undefined, dates: string | undefined): void {
  if (numbers !== now.numbers || dates !== now.dates) become({ ...now, numbers, dates });
}

export function spoken(): Spoken {
  return now;
}

export function whenSpoken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whatever is drawn only when its properties change draws anew with this when the words do. */
export function useSpoken(): Spoken {
  return useSyncExternalStore(whenSpoken, spoken);
}

/** The first language of the person's that the page knows. */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const known = LANGUAGES.find((language) => tag.toLowerCase().split("-")[0] === language);
    if (known !== undefined) return known;
  }
  return "en";
}

function become(next: Spoken): void {
  now = next;
  writeCountsAs(next.numbers ?? next.language);
  for (const listener of listeners) listener();
}
