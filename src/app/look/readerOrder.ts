/**
 * The order of texts that this reader is used to: chosen in Appearance, else the host's or the
 * browser's. A report opened without a link gets it; a link has its own.
 */

import { type Collation, collationOf } from "../../model/collation.ts";
import type { Look } from "./lookStore.ts";

export function readerOrder(
  { order }: Look,
  host: string | undefined,
  language: string,
): Collation | undefined {
  if (order === "everybody") return undefined;
  return order === "browser" ? collationOf(host ?? language) : order;
}
