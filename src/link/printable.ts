/**
 * A piece of a link as it may stand in a sentence: short, on one line, and without the characters
 * that turn or hide the text around them (control, bidirectional, other formatting, lone
 * surrogates).
 */

const LONGEST = 60;

export function printable(text: string): string {
  // Cut first: a megabyte of junk need not be cleaned.
  const start = text.slice(0, LONGEST);
  const clean = start.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "\ufffd");
  return start.length < text.length ? `${clean}…` : clean;
}
