/** Puts a text on the clipboard; false where the browser allows neither the new way nor the old. */

import { reportWords } from "../../words/en/report.ts";

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** What came of `copyText`, in words. */
export function copiedWords(done: boolean): string {
  return done ? reportWords.copied : reportWords.copyRefused;
}

/** For pages without a secure origin, where there is no clipboard to call. */
function copyBySelection(text: string): boolean {
  const holder = document.createElement("textarea");
  holder.value = text;
  holder.setAttribute("readonly", "");
  holder.style.position = "fixed";
  holder.style.opacity = "0";
  const focused = document.activeElement;
  // Inside an open dialog only its own content can have the focus.
  (document.querySelector("dialog[open]") ?? document.body).append(holder);
  holder.select();
  const done = document.execCommand("copy");
  holder.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
