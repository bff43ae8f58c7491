/**
 * A foreign text inside a sentence of ours, where no element can set it apart (a tooltip, one text
 * made of many): what would turn or hide the words around it is made visible, and a right-to-left
 * text is isolated. Values themselves never pass through here; they stand in elements of their own.
 */

/** Direction, no width, line breaks; the two joiners stay, as writing and emoji need them. */
const STEERING = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export function inSentence(text: string): string {
  const clean = text.replace(STEERING, "\ufffd");
  return RIGHT_TO_LEFT.test(clean) ? `\u2068${clean}\u2069` : clean;
}
