/**
 * What is made of lines that are no data and of blank cells below a name, above the rows, with the
 * way back in one click; and the offer to fill them, made again where the view groups or filters by
 * a column that it is about.
 */

import type { ReactNode } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import type { ColumnId } from "../../model/positions.ts";
import { linesWords } from "../../words/en/lines.ts";
import { Button } from "../controls/Button.tsx";
import { Notice } from "../notices/Notice.tsx";
import type { Report } from "../report/useReport.ts";
import { FillOffer } from "./FillOffer.tsx";
import { asSentText, asideText, namesText } from "./lineTexts.ts";

export function LineNotes({ report }: { readonly report: Report }) {
  const { columns, plan, view, change } = report;
  const recognised = report.sent?.setAside;
  const isChanging = report.sent?.sealed !== true;
  const button = (label: string, action: ViewAction): ReactNode => (
    <Button key={label} onClick={() => change(action)}>
      {label}
    </Button>
  );

  if (view.lines === "sent") {
    if (recognised === undefined && view.fill.length === 0) return null;
    const label = recognised === undefined ? linesWords.fillDown : linesWords.setAside;
    return (
      <Notice
        tone="note"
        isChanging={isChanging}
        buttons={button(label, { type: "setLines", lines: "aside" })}
      >
        {asSentText(recognised)}
      </Notice>
    );
  }
  const named = (ids: readonly ColumnId[]) => ids.flatMap((id) => columns[id] ?? []);
  const said = [
    recognised === undefined ? "" : asideText(recognised),
    plan.filled.length === 0 ? "" : linesWords.filled(namesText(named(plan.filled))),
    plan.unfillable.length === 0 ? "" : linesWords.unfillable(namesText(named(plan.unfillable))),
  ].filter((text) => text !== "");
  const { groups, filters } = plan.query;
  return (
    <>
      {said.length > 0 && (
        <Notice
          tone="note"
          isChanging={isChanging}
          buttons={
            <>
              {view.fill.length > 0 &&
                button(linesWords.unfill, { type: "unfill", columns: view.fill })}
              {button(linesWords.showAsSent, { type: "setLines", lines: "sent" })}
            </>
          }
        >
          {said.join(" ")}
        </Notice>
      )}
      <FillOffer report={report} used={[...(groups?.levels ?? []), ...filters]} />
    </>
  );
}
