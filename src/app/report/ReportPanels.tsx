/**
 * Whatever lies over the report: a column's menu, or one of the dialogs. One at a time; those about
 * one thing are in a file of their own. The last part of the screen and always in it: React then takes
 * a dialog away after it changed the rows, and what the end of a modal dialog lays out anew is laid out once.
 */

import type { GridPlace } from "../../grid/gridProps.ts";
import type { ViewState } from "../../model/viewState.ts";
import type { ApiKey } from "../../model/apiKey.ts";
import type { ColumnId, ViewRow } from "../../model/positions.ts";
import type { FileSettings } from "../../model/fileSource.ts";
import { isWholeReport } from "../data/rowsView.ts";
import { ReadingDialog } from "../file/ReadingDialog.tsx";
import type { Export } from "../saving/useExport.ts";
import { reportIdOf } from "../location.ts";
import { LookDialog } from "../look/LookDialog.tsx";
import type { LookStore } from "../look/lookStore.ts";
import { PrintDialog } from "../print/PrintDialog.tsx";
import type { TotalledName } from "../../model/totalledColumns.ts";
import { TotalsDialog } from "../totals/TotalsDialog.tsx";
import type { Totals } from "../totals/useTotals.ts";
import type { RequestLedger } from "../requestLedger.ts";
import { SentDialog } from "../sent/SentDialog.tsx";
import { HelpDialog } from "../help/HelpDialog.tsx";
import { RowDialog } from "../row/RowDialog.tsx";
import { ChangeKeyDialog } from "./ChangeKeyDialog.tsx";
import { type ColumnActions, ColumnPanels } from "./ColumnPanels.tsx";
import { ExportPanels } from "./ExportPanels.tsx";
import { FilterPanel } from "./FilterPanel.tsx";
import { type LinkSurroundings, LinkPanels } from "./LinkPanels.tsx";
import type { Panel } from "./panel.ts";
import { UnequalRowsDialog } from "./UnequalRowsDialog.tsx";
import type { Report } from "./useReport.ts";

interface ReportPanelsProps extends ColumnActions, LinkSurroundings {
  readonly panel: Panel | undefined;
  readonly report: Report;
  readonly look: LookStore;
  readonly hostLocale: string | undefined;
  readonly totalled: readonly TotalledName[];
  readonly totals: Totals;
  readonly ledger: RequestLedger;
  readonly making: Export;
  readonly active: ColumnId | undefined;
  readonly onPanel: (panel: Panel | undefined) => void;
  readonly onKey: (key: ApiKey) => void;
  readonly onReading: (settings: FileSettings) => void;
  readonly onGoTo: (row: ViewRow) => void;
  /** Makes a cell the active one. */
  readonly onReach: (place: GridPlace) => void;
  readonly freshView: () => ViewState;
}

export function ReportPanels(props: ReportPanelsProps) {
  const { panel, report, route, labelOf, onPanel, onKey, onGoTo } = props;
  const { open, plan, change } = report;
  const close = () => onPanel(undefined);
  if (panel === undefined) return null;
  switch (panel.kind) {
    case "columnMenu":
    case "columnKind":
    case "columns":
      return <ColumnPanels {...props} panel={panel} onClose={close} />;
    case "share":
    case "views":
    case "applyElsewhere":
    case "fingerprint":
      return <LinkPanels {...props} panel={panel} onClose={close} />;
    case "exportMenu":
    case "csvForm":
    case "split":
      return (
        <ExportPanels
          panel={panel}
          report={report}
          making={props.making}
          active={props.active}
          onPanel={onPanel}
          onClose={close}
        />
      );
    case "totals":
      return (
        <TotalsDialog
          report={report}
          names={props.totalled}
          totals={props.totals}
          onChange={change}
          onClose={close}
        />
      );
    case "help":
      return <HelpDialog onClose={close} />;
    case "row":
      return (
        <RowDialog
          report={report}
          row={panel.row}
          onRow={(row) => {
            props.onReach({ row, column: panel.column });
            onPanel({ ...panel, row });
          }}
          onClose={close}
        />
      );
    case "print":
      return (
        <PrintDialog
          title={open?.file?.file.name ?? `Report ${reportIdOf(route) ?? ""}`}
          report={report}
          names={props.totalled}
          totals={props.totals}
          labelOf={labelOf}
          onClose={close}
        />
      );
    case "look":
      return (
        <LookDialog
          look={props.look}
          hostLocale={props.hostLocale}
          shownOrder={report.view.collation}
          ownOrder={() => props.freshView().collation}
          onOrder={(collation) => change({ type: "setCollation", collation })}
          onClose={close}
        />
      );
    case "unequalRows":
      return open?.data?.table.headerCount === undefined ? null : (
        <UnequalRowsDialog
          data={open.data}
          headerCount={open.data.table.headerCount}
          reading={plan.query.reading}
          isWhole={isWholeReport({ ...plan.query, reading: undefined })}
          onShowAll={() => change({ type: "showAll" })}
          onGoTo={(row) => {
            close();
            onGoTo(row);
          }}
          onClose={close}
        />
      );
    case "sent":
      return <SentDialog ledger={props.ledger} onClose={close} />;
    case "reading":
      return open?.file === undefined ? null : (
        <ReadingDialog
          settings={open.file.settings}
          reading={open.reading}
          onChange={props.onReading}
          onClose={close}
        />
      );
    case "key":
      return (
        <ChangeKeyDialog
          onChange={(key) => {
            close();
            onKey(key);
          }}
          onClose={close}
        />
      );
    case "addFilter":
    case "filterColumn":
    case "editFilter":
      return <FilterPanel panel={panel} report={report} onClose={close} />;
  }
}
