/** The picture that the button begins with: by the groups there are, else by clients. Pure. */

import type { Column, ColumnKey } from "../../model/column.ts";
import { USUAL_SIZE, type ViewPicture } from "../../model/picture.ts";
import type { ViewState } from "../../model/viewState.ts";

export function startingPicture(
  columns: readonly Column[],
  { grouping }: ViewState,
): ViewPicture | undefined {
  const by = grouping?.columns[0] ?? likelyKey(columns);
  return by === undefined ? undefined : { by, of: undefined, when: undefined, most: USUAL_SIZE };
}

function likelyKey(columns: readonly Column[]): ColumnKey | undefined {
  const texts = columns.filter(({ kind }) => kind === "text");
  const likely = texts.find(({ name }) => /client|customer/i.test(name)) ?? texts[0] ?? columns[0];
  return likely?.key;
}
