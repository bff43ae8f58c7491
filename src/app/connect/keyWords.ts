/**
 * What to say about a pasted key: why it can't be used, or what to know before it is. Nothing of
 * the key itself is ever repeated.
 */

import type { KeyNote, KeyProblem } from "../../model/apiKey.ts";

export function keyProblemText(problem: KeyProblem): string {
  switch (problem) {
    case "empty":
      return "An API key is needed. You find it in the Admin Portal, under Profile.";
    case "unsendable":
      return "This is not a key: it has letters or signs that no key has. Copy it again, whole.";
    case "tooLong":
      return "This is far too long for a key. Copy only the key.";
  }
}

export function keyNoteText(note: KeyNote): string {
  switch (note) {
    case "cut":
      return "This key looks cut off: it has nothing after the $ sign. In a terminal, put the key in single quotes before you copy it.";
    case "loginToken":
      return "This is a login token that stops working after an hour; use it or paste an API key.";
  }
}
