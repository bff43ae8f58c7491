/**
 * What is made of lines that are no data and of blank cells below a name, above the rows, with the
 * way back in one click; and the offer to fill them, made once. A button that goes when it was
 * pressed hands the focus to the one that takes it back.
 */

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import { linesWords } from "../../words/en/lines.ts";
import { Button } from "../controls/Button.tsx";
import { Notice } from "../notices/Notice.tsx";
import type { Report } from "../report/useReport.ts";
import { asSentText, asideText, namesText, suggestionText } from "./lineTexts.ts";

interface LineNotesProps {
  readonly report: Report;
  /** Nothing is left to say: the focus goes back to the rows. */
  readonly onLeave: () => void;
}

export function LineNotes({ report, onLeave }: LineNotesProps) {
  const { open, columns, plan, view, change } = report;
  const recognised = report.sent?.setAside;
  const isChanging = report.sent?.sealed !== true;
  const notes = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const [declined, setDeclined] = useState(false);
  useLayoutEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    const [first] = notes.current?.getElementsByTagName("button") ?? [];
    if (first === undefined) onLeave();
    else first.focus();
  });
  const press = (act: () => void) => () => {
    pressed.current = true;
    act();
  };
  const button = (label: string, action: ViewAction): ReactNode => (
    <Button key={label} onClick={press(() => change(action))}>
      {label}
    </Button>
  );

  if (view.lines === "sent") {
    if (recognised === undefined && view.fill.length === 0) return null;
    const label = recognised === undefined ? linesWords.fillDown : linesWords.setAside;
    return (
      <div ref={notes}>
        <Notice
          tone="note"
          isChanging={isChanging}
          buttons={button(label, { type: "setLines", lines: "aside" })}
        >
          {asSentText(recognised)}
        </Notice>
      </div>
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
    <div ref={notes}>
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
              <Button look="quiet" onClick={press(() => setDeclined(true))}>
                {linesWords.notNow}
              </Button>
            </>
          }
        >
          {suggestionText(offered, columns)}
        </Notice>
      )}
    </div>
  );
}

type ViewPlanColumns = Report["plan"]["filled"];
