/**
 * The offer to fill the blank cells of columns that are named once per block. Once declined it is
 * made again where another of them is used: its groups, filters or files lack most rows.
 */

import { useState } from "react";
import type { ColumnId } from "../../model/positions.ts";
import { linesWords } from "../../words/en/lines.ts";
import { Button } from "../controls/Button.tsx";
import { Notice } from "../notices/Notice.tsx";
import type { Report } from "../report/useReport.ts";
import { suggestionText } from "./lineTexts.ts";

interface FillOfferProps {
  readonly report: Report;
  readonly used: readonly { readonly column: ColumnId }[];
  /** At first; with none the offer is made only where one is used. */
  readonly declined?: readonly ColumnId[];
}

export function FillOffer({ report, used, declined }: FillOfferProps) {
  const { open, columns, plan, change } = report;
  const [refused, setRefused] = useState(declined);
  const offered = (open?.data?.table.blocks ?? []).filter(
    ({ column }) => !plan.filled.includes(column),
  );
  const ids = offered.map(({ column }) => column);
  const about = used.flatMap(({ column }) => (ids.includes(column) ? [column] : []));
  if (ids.length === 0 || (refused && about.every((id) => refused.includes(id)))) return null;
  const keys = ids.flatMap((id) => columns[id]?.key ?? []);
  return (
    <Notice
      tone="note"
      buttons={
        <>
          <Button onClick={() => change({ type: "fill", columns: keys })}>
            {linesWords.fillDown}
          </Button>
          <Button look="quiet" onClick={() => setRefused(about)}>
            {linesWords.notNow}
          </Button>
        </>
      }
    >
      {suggestionText(offered, columns)}
    </Notice>
  );
}
