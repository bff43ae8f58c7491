/**
 * Lets the page speak the language that was chosen, or the browser's: from the start and whenever
 * the choice changes. The promise is for the first one, so that nothing is drawn before.
 */

import { languageOf, speak, spoken, whenSpoken } from "../../words/spoken.ts";
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
