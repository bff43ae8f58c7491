/** Whatever lies over the report: a column's menu, or one of the dialogs. One at a time. */

import type { GridColumn, GridPlace } from "../../grid/gridProps.ts";
import type { ApiKey } from "../../model/apiKey.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { ColumnId, RowIndex, ViewRow } from "../../model/positions.ts";
import type { FileSettings } from "../../model/fileSource.ts";
import { isWholeReport } from "../data/tiles.ts";
import { ReadingDialog } from "../file/ReadingDialog.tsx";
import { CsvFormDialog } from "../saving/CsvFormDialog.tsx";
import { ExportMenu } from "../saving/ExportMenu.tsx";
import { extentWords } from "../saving/exportWords.ts";
import { SplitDialog } from "../saving/SplitDialog.tsx";
import type { Export } from "../saving/useExport.ts";
import { draftOf, newDraft } from "../filter/filterDraft.ts";
import { FilterDialog } from "../filter/FilterDialog.tsx";
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
import { FingerprintDialog } from "./FingerprintDialog.tsx";
import { KindDialog } from "./KindDialog.tsx";
import { ShareDialog } from "./ShareDialog.tsx";
import { UnequalRowsDialog } from "./UnequalRowsDialog.tsx";
import type { Report } from "./useReport.ts";

export type Panel =
  | { readonly kind: "columnMenu"; readonly column: GridColumn; readonly anchor: HTMLElement }
  /** The column can be chosen; `column` is proposed. */
  | { readonly kind: "addFilter"; readonly column: ColumnId | undefined }
  | { readonly kind: "filterColumn"; readonly column: ColumnKey }
  | { readonly kind: "editFilter"; readonly index: number }
  | { readonly kind: "columnKind"; readonly column: ColumnKey }
  | { readonly kind: "columns" }
  | { readonly kind: "share" }
  | { readonly kind: "fingerprint" }
  | { readonly kind: "views" }
  | { readonly kind: "applyElsewhere" }
  | {
      readonly kind: "exportMenu";
      readonly anchor: HTMLElement;
      readonly returnTo: HTMLElement | undefined;
    }
  | { readonly kind: "csvForm" }
  | { readonly kind: "split" }
  | { readonly kind: "totals" }
  | { readonly kind: "help" }
  /** `column`: where the active cell is. */
  | { readonly kind: "row"; readonly row: ViewRow; readonly column: ColumnId }
  | { readonly kind: "print" }
  | { readonly kind: "look" }
  | { readonly kind: "unequalRows" }
  | { readonly kind: "sent" }
  | { readonly kind: "reading" }
  | { readonly kind: "key" };

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
  readonly onSelectColumn: (column: GridColumn) => void;
  readonly onKey: (key: ApiKey) => void;
  readonly onReading: (settings: FileSettings) => void;
  readonly onGoTo: (row: RowIndex) => void;
  /** Makes a cell the active one. */
  readonly onReach: (place: GridPlace) => void;
  readonly onShowAll: () => void;
  readonly onRoute: (route: ReportRoute) => void;
}

export function panelForColumn(column: ColumnKey): Panel {
  return { kind: "filterColumn", column };
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
          canHide={plan.shown.length > 1}
          onChange={change}
          onFilter={(column) => onPanel(panelForColumn(column))}
          onFit={onFit}
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
        <ColumnsDialog columns={columns} shown={plan.shown} onChange={change} onClose={close} />
      );
    case "share":
      return (
        <ShareDialog
          route={route}
          open={open}
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
      return <ExportPanels {...props} panel={panel} onClose={close} />;
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
          isWhole={isWholeReport(plan.query)}
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

interface ExportPanelsProps extends Pick<
  ReportPanelsProps,
  "report" | "making" | "active" | "onPanel"
> {
  readonly panel: Extract<Panel, { readonly kind: "exportMenu" | "csvForm" | "split" }>;
  readonly onClose: () => void;
}

function ExportPanels({ panel, report, making, active, onPanel, onClose }: ExportPanelsProps) {
  const { shown, plan, open } = report;
  switch (panel.kind) {
    case "exportMenu": {
      const extent = extentWords(shown.rowCount, plan.shown.length);
      return (
        <ExportMenu
          anchor={panel.anchor}
          returnTo={panel.returnTo}
          extent={open?.data?.table.sealed === true ? extent : `${extent} so far`}
          onExport={(format) => making.start({ format })}
          onSplit={() => onPanel({ kind: "split" })}
          onForm={() => onPanel({ kind: "csvForm" })}
          onClose={onClose}
        />
      );
    }
    case "csvForm":
      return (
        <CsvFormDialog
          form={making.form}
          onExport={(form) => {
            onClose();
            making.start({ format: "csv" }, form);
          }}
          onClose={onClose}
        />
      );
    case "split":
      return (
        <SplitDialog
          report={report}
          active={active}
          onExport={(order) => {
            onClose();
            making.start(order);
          }}
          onClose={onClose}
        />
      );
  }
}

interface FilterPanelProps {
  readonly panel: Extract<Panel, { readonly kind: "addFilter" | "filterColumn" | "editFilter" }>;
  readonly report: Report;
  readonly onClose: () => void;
}

function FilterPanel({ panel, report, onClose }: FilterPanelProps) {
  const { open, columns, view, plan, change } = report;
  const edited = panel.kind === "editFilter" ? view.filters[panel.index] : undefined;
  const proposed =
    panel.kind === "filterColumn"
      ? columns.find((column) => column.key === panel.column)
      : columns.find((column) => panel.kind === "addFilter" && column.id === panel.column);
  const column = proposed ?? columns.find((one) => one.id === plan.shown[0]);
  const initial = edited === undefined ? column && newDraft(column) : draftOf(edited);
  if (open?.data === undefined || initial === undefined) return null;
  // Values are counted in the rows that the other filters leave.
  const editedId = columns.find((one) => one.key === edited?.column)?.id;
  const others = {
    ...plan.query,
    filters: plan.query.filters.filter((filter) => filter.column !== editedId),
  };
  return (
    <FilterDialog
      columns={columns}
      initial={initial}
      choosesColumn={panel.kind === "addFilter"}
      data={open.data}
      others={others}
      onApply={(filter) => {
        if (panel.kind === "editFilter") {
          change({ type: "replaceFilter", index: panel.index, filter });
        } else {
          change({ type: "addFilter", filter });
        }
        onClose();
      }}
      onClose={onClose}
    />
  );
}
