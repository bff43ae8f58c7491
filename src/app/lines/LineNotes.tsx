/**
 * What is made of lines that are no data and of blank cells below a name, above the rows, with the
 * way back in one click; and the offer to fill them, made once.
 */

import { type ReactNode, useState } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import { linesWords } from "../../words/en/lines.ts";
import { Button } from "../controls/Button.tsx";
import { Notice } from "../notices/Notice.tsx";
import type { Report } from "../report/useReport.ts";
import { asSentText, asideText, namesText, suggestionText } from "./lineTexts.ts";

export function LineNotes({ report }: { readonly report: Report }) {
  const { open, columns, plan, view, change } = report;
  const recognised = report.sent?.setAside;
  const isChanging = report.sent?.sealed !== true;
  const [declined, setDeclined] = useState(false);
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
  const named = (ids: ViewPlanColumns) => ids.flatMap((id) => columns[id] ?? []);
  const said = [
    recognised === undefined ? "" : asideText(recognised),
    plan.filled.length === 0 ? "" : linesWords.filled(namesText(named(plan.filled))),
    plan.unfillable.length === 0 ? "" : linesWords.unfillable(namesText(named(plan.unfillable))),
  ].filter((text) => text !== "");
  const offered = (open?.data?.table.blocks ?? []).filter(
    ({ column }) => !plan.filled.includes(column),
  );
  const keysOf = (ids: ViewPlanColumns) => named(ids).map(({ key }) => key);
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
      {offered.length > 0 && !declined && (
        <Notice
          tone="note"
          isChanging={isChanging}
          buttons={
            <>
              {button(linesWords.fillDown, {
                type: "fill",
                columns: keysOf(offered.map(({ column }) => column)),
              })}
              <Button look="quiet" onClick={() => setDeclined(true)}>
                {linesWords.notNow}
              </Button>
            </>
          }
        >
          {suggestionText(offered, columns)}
        </Notice>
      )}
    </>
  );
}

type ViewPlanColumns = Report["plan"]["filled"];
