/** The language of an alphabet, in the language that is spoken here, or another one. */

import type { Collation } from "../../model/collation.ts";
import { spoken } from "../../words/spoken.ts";

export function collationName(collation: Collation, language: string = spoken().language): string {
  const names = new Intl.DisplayNames(language, { type: "language" });
  return names.of(collation) ?? collation;
}
