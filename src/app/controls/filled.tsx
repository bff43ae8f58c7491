/** A sentence with elements in it: `filled("It looks like {id}.", { id: <code>…</code> })`. */

import { Fragment, type ReactNode } from "react";

export function filled(
  sentence: string,
  places: Readonly<Record<string, ReactNode>>,
): readonly ReactNode[] {
  return sentence
    .split(/(\{\w+\})/)
    .map((part, index) => (
      <Fragment key={index}>{index % 2 === 0 ? part : places[part.slice(1, -1)]}</Fragment>
    ));
}
