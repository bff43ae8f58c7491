/**
 * How the app looks to this person on this device: theme, height of rows, language. Kept by the browser,
 * not part of a link, as it says nothing about a report; only the order of texts gets into new
 * views. A browser that keeps nothing still shows what was chosen until it is closed.
 */

import { COLLATIONS } from "../../model/collation.ts";
import { type Language, LANGUAGES } from "../../words/spoken.ts";
import type { Store } from "../useStore.ts";

export const THEMES = ["system", "light", "dark"] as const;
export const ROW_HEIGHTS = ["compact", "comfortable"] as const;

export const LANGUAGE_CHOICES = ["browser", ...LANGUAGES] as const;

/** Beside the browser's (or the host's) and the report's own. */
const LOCALES = [
  "en-GB",
  "en-US",
  "en-IN",
  "de-DE",
  "de-CH",
  "es-ES",
  "fr-FR",
  "it-IT",
  "nl-NL",
  "pl-PL",
  "pt-BR",
  "sv-SE",
] as const;
export const LOCALE_CHOICES = ["browser", "report", ...LOCALES] as const;

/** Everybody's order, or the alphabet of a language. */
export const ORDER_CHOICES = ["browser", "everybody", ...COLLATIONS] as const;

export interface Look {
  readonly theme: (typeof THEMES)[number];
  readonly rows: (typeof ROW_HEIGHTS)[number];
  readonly language: "browser" | Language;
  /** Whose way of writing numbers and dates is followed. */
  readonly locale: (typeof LOCALE_CHOICES)[number];
  /** How texts are sorted in reports opened from now on; then it is part of the view. */
  readonly order: (typeof ORDER_CHOICES)[number];
}

export interface LookStore extends Store<Look> {
  readonly choose: (part: Partial<Look>) => void;
}

/** What the store needs of a window. */
interface Page {
  readonly localStorage: Pick<Storage, "getItem" | "setItem">;
  readonly document: { readonly documentElement: { readonly dataset: DOMStringMap } };
}

const STORED_AS = "billscope.look";
const DEFAULT_LOOK: Look = {
  theme: "system",
  rows: "compact",
  language: "browser",
  locale: "browser",
  order: "browser",
};

export function createLookStore(page: Page): LookStore {
  const listeners = new Set<() => void>();
  let look = readLook(stored(page));
  apply(page, look);
  return {
    getSnapshot: () => look,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose(part) {
      look = { ...look, ...part };
      apply(page, look);
      keep(page, look);
      for (const listener of listeners) listener();
    },
  };
}

/** Takes what it knows and leaves the rest at its default. */
export function readLook(text: string | null): Look {
  const [theme, rows, language, locale, order] = (text ?? "").split(" ");
  return {
    theme: THEMES.find((one) => one === theme) ?? DEFAULT_LOOK.theme,
    rows: ROW_HEIGHTS.find((one) => one === rows) ?? DEFAULT_LOOK.rows,
    language: LANGUAGE_CHOICES.find((one) => one === language) ?? DEFAULT_LOOK.language,
    locale: LOCALE_CHOICES.find((one) => one === locale) ?? DEFAULT_LOOK.locale,
    order: ORDER_CHOICES.find((one) => one === order) ?? DEFAULT_LOOK.order,
  };
}

function apply({ document }: Page, { theme }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
}

// Asking for the storage itself throws where it is forbidden.
function stored(page: Page): string | null {
  try {
    return page.localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

function keep(page: Page, { theme, rows, language, locale, order }: Look): void {
  try {
    page.localStorage.setItem(STORED_AS, `${theme} ${rows} ${language} ${locale} ${order}`);
  } catch {
    // Shown until the page is closed.
  }
}
