/** Whatever lies over the report: a column's menu, or one of the dialogs. One at a time. */

import type { GridColumn, GridPlace } from "../../grid/gridProps.ts";
import type { ApiKey } from "../../model/apiKey.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { ColumnId, ViewRow } from "../../model/positions.ts";
import type { FileSettings } from "../../model/fileSource.ts";
import { isWholeReport } from "../data/tiles.ts";
import { ReadingDialog } from "../file/ReadingDialog.tsx";
import type { Export } from "../saving/useExport.ts";
import { type ReportRoute, reportIdOf } from "../location.ts";
import { LookDialog } from "../look/LookDialog.tsx";
import type { LookStore } from "../look/lookStore.ts";
import { PrintDialog } from "../print/PrintDialog.tsx";
import type { TotalledName } from "../../model/totalledColumns.ts";
import { TotalsDialog } from "../totals/TotalsDialog.tsx";
import type { Totals } from "../totals/useTotals.ts";
import type { RequestLedger } from "../requestLedger.ts";
import { SentDialog } from "../sent/SentDialog.tsx";
import { ApplyElsewhereDialog } from "../views/ApplyElsewhereDialog.tsx";
import { SavedViewsDialog } from "../views/SavedViewsDialog.tsx";
import type { ViewShelf } from "../views/viewShelf.ts";
import { HelpDialog } from "../help/HelpDialog.tsx";
import { RowDialog } from "../row/RowDialog.tsx";
import { ChangeKeyDialog } from "./ChangeKeyDialog.tsx";
import { ColumnMenu } from "./ColumnMenu.tsx";
import { ColumnsDialog } from "./ColumnsDialog.tsx";
import { ExportPanels } from "./ExportPanels.tsx";
import { FilterPanel } from "./FilterPanel.tsx";
import { FingerprintDialog } from "./FingerprintDialog.tsx";
import { KindDialog } from "./KindDialog.tsx";
import { type Panel, panelForColumn } from "./panel.ts";
import { ShareDialog } from "./ShareDialog.tsx";
import { UnequalRowsDialog } from "./UnequalRowsDialog.tsx";
import type { GridCommands } from "./useGridCommands.ts";
import type { Report } from "./useReport.ts";

interface ReportPanelsProps {
  readonly panel: Panel;
  readonly report: Report;
  readonly route: ReportRoute;
  readonly look: LookStore;
  readonly shelf: ViewShelf;
  readonly labelOf: (column: ColumnKey) => string;
  readonly totalled: readonly TotalledName[];
  readonly totals: Totals;
  readonly ledger: RequestLedger;
  readonly making: Export;
  readonly active: ColumnId | undefined;
  readonly onPanel: (panel: Panel | undefined) => void;
  readonly onFit: (column: GridColumn) => void;
  readonly onFitAll: () => void;
  readonly onMoveColumn: GridCommands["moveColumn"];
  readonly onSelectColumn: (column: GridColumn) => void;
  readonly onKey: (key: ApiKey) => void;
  readonly onReading: (settings: FileSettings) => void;
  readonly onGoTo: (row: ViewRow) => void;
  /** Makes a cell the active one. */
  readonly onReach: (place: GridPlace) => void;
  readonly onShowAll: () => void;
  readonly onRoute: (route: ReportRoute) => void;
}

export function ReportPanels(props: ReportPanelsProps) {
  const { panel, report, route, labelOf, onPanel, onFit, onKey, onGoTo, onShowAll } = props;
  const { open, columns, found, view, plan, change } = report;
  const close = () => onPanel(undefined);
  const isSettled = open?.data?.table.sealed === true;
  switch (panel.kind) {
    case "columnMenu":
      return (
        <ColumnMenu
          column={panel.column}
          columns={columns}
          found={found[panel.column.id]}
          currency={plan.currencies.get(panel.column.id) ?? found[panel.column.id]?.currency}
          isSettled={isSettled}
          anchor={panel.anchor}
          isGroup={view.grouping?.columns.includes(panel.column.key) === true}
          isFilled={plan.filled.includes(panel.column.id)}
          canHide={plan.shown.length > 1}
          onChange={change}
          onFilter={(column) => onPanel(panelForColumn(column))}
          onFit={onFit}
          onFitAll={props.onFitAll}
          onMove={props.onMoveColumn}
          shown={plan.shown}
          onKind={(column) => onPanel({ kind: "columnKind", column })}
          onSelect={props.onSelectColumn}
          onClose={close}
        />
      );
    case "columnKind": {
      const column = found.find((one) => one.key === panel.column);
      return column === undefined ? null : (
        <KindDialog
          found={column}
          columns={columns}
          view={view}
          isSettled={isSettled}
          onChange={change}
          onClose={close}
        />
      );
    }
    case "columns":
      return (
        <ColumnsDialog
          columns={columns}
          shown={plan.shown}
          groupCount={plan.query.groups?.levels.length ?? 0}
          onChange={change}
          onFitAll={props.onFitAll}
          onMove={props.onMoveColumn}
          onClose={close}
        />
      );
    case "share":
      return (
        <ShareDialog
          route={route}
          open={open}
          table={report.sent}
          columnCount={columns.length}
          labelOf={labelOf}
          onClose={close}
        />
      );
    case "views":
      return (
        <SavedViewsDialog
          shelf={props.shelf}
          view={view}
          onApply={(saved) => {
            close();
            props.onRoute({ ...route, view: saved });
          }}
          onClose={close}
        />
      );
    case "applyElsewhere":
      return (
        <ApplyElsewhereDialog
          onOpen={(reportId) => {
            close();
            props.onRoute({ screen: "report", reportId, view, fingerprint: undefined });
          }}
          onClose={close}
        />
      );
    case "fingerprint":
      return open?.data?.table.fingerprint === undefined ? null : (
        <FingerprintDialog
          fingerprint={open.data.table.fingerprint}
          rowCount={open.data.table.rowCount}
          onClose={close}
        />
      );
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
      return <LookDialog look={props.look} onClose={close} />;
    case "unequalRows":
      return open?.data?.table.headerCount === undefined ? null : (
        <UnequalRowsDialog
          data={open.data}
          headerCount={open.data.table.headerCount}
          reading={plan.query.reading}
          isWhole={isWholeReport({ ...plan.query, reading: undefined })}
          onShowAll={onShowAll}
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
