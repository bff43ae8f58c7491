/**
 * Lets the page speak the language that was chosen, or the browser's: from the start and whenever
 * the choice changes. The promise is for the first one, so that nothing is drawn before.
 */

import { languageOf, speak, spoken, whenSpoken, writeFiguresAs } from "../../words/spoken.ts";
import type { LookStore } from "./lookStore.ts";

export function speakAsChosen(look: LookStore, { navigator, document }: Window): Promise<void> {
  whenSpoken(() => {
    document.documentElement.lang = spoken().language;
  });
  const follow = () => {
    const { language } = look.getSnapshot();
    return speak(language === "browser" ? languageOf(navigator.languages) : language);
  };
  look.subscribe(() => void follow());
  return follow();
}

/** The same for numbers and dates; `host` is the host's choice for those who make none. */
export function writeAsChosen(
  look: LookStore,
  host: string | undefined,
  { navigator }: Pick<Window, "navigator">,
): void {
  const follow = () => {
    const { locale } = look.getSnapshot();
    if (locale === "report") return writeFiguresAs(undefined, undefined);
    if (locale !== "browser") return writeFiguresAs(locale, locale);
    const usual = host ?? navigator.language;
    // Readers of English write 1/2/2026 for two days: unless they choose, the year stays first.
    return writeFiguresAs(usual, /^en\b/i.test(usual) ? undefined : usual);
  };
  look.subscribe(follow);
  follow();
}
