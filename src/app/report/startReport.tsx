/**
 * The door to the report part: makes the place where reports are shown and gives back its screen and
 * the way to open one.
 */

import { displayAnew } from "../../grid/displayCell.ts";
import { readCommas, writeAs } from "../../grid/localWriting.ts";
import { reportWords } from "../../words/en/report.ts";
import { spoken, whenSpoken } from "../../words/spoken.ts";
import type { TakeBegun } from "../data/reportSession.ts";
import { type OpenedReportRoute, reportIdOf } from "../location.ts";
import type { StartedPart } from "../reportPart.ts";
import type { Services } from "../services.ts";
import { createViewShelf } from "../views/viewShelf.ts";
import { rehearseReport } from "./rehearseReport.tsx";
import { stageReport } from "./stageReport.tsx";
import { useTitle } from "./useTitle.ts";

/** `takeBegun` gives the download that began before this part was here, if it is of that report. */
export function startReport(services: Services, takeBegun: TakeBegun): StartedPart {
  const { config, keys } = services;
  write();
  whenSpoken(write);
  const shelf = createViewShelf(window);
  const { session, Screen } = stageReport(services, shelf, takeBegun);
  session.subscribe(() => {
    const { reading } = session.getSnapshot() ?? {};
    readCommas(reading?.format === "csv" && reading.decimal === "comma");
  });
  keys.subscribe(() => {
    // A file needs no key.
    if (!keys.isHeld() && session.getSnapshot()?.file === undefined) session.close();
  });

  function Report({ route }: { readonly route: OpenedReportRoute }) {
    const reportId = reportIdOf(route);
    const name =
      reportId === undefined ? reportWords.file : reportWords.titleOf(reportId.slice(0, 8));
    useTitle(`${name} · ${config.product}`);
    return <Screen route={route} />;
  }
  return { Report, open: session.open, rehearse: (end) => rehearseReport(services, shelf, end) };
}

/** Values as the reader writes them. */
function write(): void {
  writeAs(spoken());
  displayAnew();
}
