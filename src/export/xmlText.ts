/**
 * Text as XML of a workbook holds it: control characters are left out, half a character is replaced,
 * a carriage return is written the way the format escapes it, and text that looks like such an escape
 * (`_x0041_`) stays what it is. No longer than a cell may be.
 */

import { Mark } from "./columnFields.ts";

/** UTF-16 units. */
export const MAX_CELL_LENGTH = 32_767;

export interface XmlText {
  readonly xml: string;
  readonly marks: number;
}

// oxlint-disable-next-line no-control-regex -- these are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const SPECIAL = /[&<>\r]|_(?=x[0-9A-Fa-f]{4}_)/g;
/** With the u flag, the two halves of a pair are one character. */
const HALF = /\p{Surrogate}/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\r": "_x000D_",
  _: "_x005F_",
};

export function xmlText(text: string): XmlText {
  let marks = 0;
  let kept = text.replace(FORBIDDEN, "");
  if (kept.length < text.length) marks |= Mark.controlsRemoved;
  const whole = kept.replace(HALF, "\ufffd");
  if (whole !== kept) marks |= Mark.halvesReplaced;
  kept = whole;
  if (kept.length > MAX_CELL_LENGTH) {
    marks |= Mark.cut;
    kept = cutText(kept);
  }
  return { xml: kept.replace(SPECIAL, (found) => ESCAPES[found] ?? found), marks };
}

/** In attributes too. */
export function attributeText(text: string): string {
  return xmlText(text).xml.replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
}

/** White space at an end, and line breaks, are lost without being asked for. */
export function keepsSpace(text: string): boolean {
  return /^\s|\s$|[\n\t]|_x000D_/.test(text);
}

function cutText(text: string): string {
  const note = ` … [cut: ${text.length} characters]`;
  let end = MAX_CELL_LENGTH - note.length;
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return text.slice(0, end) + note;
}
