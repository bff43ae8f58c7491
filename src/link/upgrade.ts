/**
 * The version of a link. Version 1 has no mark. The first change of the format's meaning writes `v=2`
 * and adds, here, one function from the parts of version 1 to those of version 2; old links then
 * pass through all steps up to the present, and their fixtures stay. A link newer than this program
 * can't be upgraded: reading it as if it were old could show another view than its sender saw.
 */

import type { LinkPart } from "./parts.ts";

export const LINK_VERSION = 1;

/** The version a link says, 1 where it says none; undefined where it says nonsense. */
export function versionOf(parts: readonly LinkPart[]): number | undefined {
  const mark = parts.find((part) => part.name === "v");
  if (mark === undefined) return LINK_VERSION;
  return /^[1-9]\d{0,3}$/.test(mark.value) ? Number(mark.value) : undefined;
}
