/**
 * The report on screen: header, filters, the exact cell, the rows, the figures at the foot. It only
 * joins its parts; what they show comes from `useReport`, what opens over them is `ReportPanels`.
 */

import {
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { Grid } from "../../grid/Grid.tsx";
import { exactCell } from "../../grid/displayCell.ts";
import type { GridHandle, GridPlace } from "../../grid/gridProps.ts";
import { useColumnModel } from "../../grid/useColumnModel.ts";
import type { ColumnKey } from "../../model/column.ts";
import { DEFAULT_VIEW } from "../../model/viewState.ts";
import type { ColumnId } from "../../model/positions.ts";
import { ProgressBar } from "../controls/ProgressBar.tsx";
import type { FoldStore } from "../data/foldStore.ts";
import { type OpenReport, type ReportSession, isLoading } from "../data/reportSession.ts";
import { chooseFile } from "../file/chooseFile.ts";
import { useFind } from "../find/useFind.tsx";
import { FileBar } from "../file/FileBar.tsx";
import { GroupBar } from "../groups/GroupBar.tsx";
import { type OpenedReportRoute, reportIdOf } from "../location.ts";
import { ExportPanel } from "../saving/ExportPanel.tsx";
import { useExport } from "../saving/useExport.ts";
import type { Services } from "../services.ts";
import { SelectionFigures } from "../totals/SelectionFigures.tsx";
import { totalledColumns } from "../../model/totalledColumns.ts";
import { reportWords } from "../../words/en/report.ts";
import { TotalsRegion } from "../totals/TotalsRegion.tsx";
import { useSelection } from "../totals/useSelection.ts";
import { useTotals } from "../totals/useTotals.ts";
import { PictureSlot } from "../picture/PictureSlot.tsx";
import { startingPicture } from "../picture/startingPicture.ts";
import { usePrintKey } from "../print/usePrintKey.ts";
import { useStore } from "../useStore.ts";
import type { ViewShelf } from "../views/viewShelf.ts";
import { keyName } from "../viewText.ts";
import { cellAt, whereText } from "./activeCell.ts";
import { CellBar } from "./CellBar.tsx";
import { EmptyNote } from "./EmptyNote.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { ReportFooter, receivedText } from "./ReportFooter.tsx";
import { ReportHeader } from "./ReportHeader.tsx";
import { ReportNotices } from "./ReportNotices.tsx";
import type { Panel } from "./panel.ts";
import { ReportPanels } from "./ReportPanels.tsx";
import styles from "./ReportScreen.module.css";
import { SearchField } from "./SearchField.tsx";
import { useDownload } from "./useDownload.ts";
import { useGridCommands } from "./useGridCommands.ts";
import { useLinkNote } from "./useLinkNote.ts";
import { type Report, useReport } from "./useReport.ts";

interface ReportScreenProps {
  readonly services: Services;
  readonly session: ReportSession;
  readonly folds: FoldStore;
  readonly shelf: ViewShelf;
  readonly route: OpenedReportRoute;
}

export function ReportScreen({ services, session, folds, shelf, route }: ReportScreenProps) {
  const { keys, files, ledger, location } = services;
  const reportId = reportIdOf(route);
  const report = useReport(services, session, folds, route);
  const { open, columns, view, plan, shown, change } = report;
  const gridColumns = useColumnModel(columns, shownView(report), useGroupRoom(report));
  const download = useDownload(services, reportId);
  const linkNote = useLinkNote(route);
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState<GridPlace>();
  const [panel, setPanel] = useState<Panel>();
  const selected = useSelection(report, gridColumns);
  const labelOf = (key: ColumnKey) =>
    columns.find((column) => column.key === key)?.label ?? keyName(key);
  const making = useExport(services.engine, reportId, report, labelOf);
  const exportButton = useRef<HTMLButtonElement>(null);
  const openExport = (anchor: HTMLElement | null = exportButton.current, isByKey = false) => {
    if (anchor === null || columns.length === 0) return false;
    const from = document.activeElement;
    const returnTo = isByKey && from instanceof HTMLElement ? from : undefined;
    setPanel({ kind: "exportMenu", anchor, returnTo });
    return true;
  };
  const commands = useGridCommands({
    report,
    folds,
    grid,
    search,
    setPanel,
    copy: selected.copy,
    openExport: () => openExport(undefined, true),
  });
  const totalled = useMemo(() => totalledColumns(columns, plan), [columns, plan]);
  const groups = useMemo(() => totalled.map(({ total }) => [total]), [totalled]);
  const totals = useTotals(report, groups);
  const look = useStore(services.look);
  const print = useCallback(() => setPanel({ kind: "print" }), []);
  usePrintKey(panel === undefined ? print : undefined);
  useFirstFocus(grid, shown.rows.rowCount > 0);
  const isFree = panel === undefined;
  const find = useFind({ report, columns: gridColumns, grid, place, isFree });
  const file = open?.file;
  const hasKey = useSyncExternalStore(keys.subscribe, keys.isHeld);
  useTitle(
    `${reportId === undefined ? reportWords.file : reportWords.titleOf(reportId.slice(0, 8))} · ${services.config.product}`,
  );

  const openFile = () =>
    chooseFile((chosen) => {
      files.hold(chosen);
      location.push({ screen: "file", view: DEFAULT_VIEW, fingerprint: undefined });
    });
  const goToConnect = () => location.push({ screen: "connect" });
  const active = place === undefined ? undefined : cellAt(shown.rows, place);
  const table = open?.data?.table;

  return (
    <main className={styles.screen}>
      <ReportHeader
        reportId={reportId}
        fileName={file?.file.name}
        hasKey={hasKey}
        onFile={openFile}
        onForgetKey={keys.forget}
        onDownload={download.start}
        onOtherReport={goToConnect}
        onShare={() => setPanel({ kind: "share" })}
        onSent={() => setPanel({ kind: "sent" })}
        onApplyElsewhere={() => setPanel({ kind: "applyElsewhere" })}
        exportButton={exportButton}
        isExportOpen={panel?.kind === "exportMenu"}
        canExport={columns.length > 0}
        onExport={() => openExport()}
        isExact={view.exact}
        onExact={(exact) => change({ type: "setExact", exact })}
        onPrint={print}
        onHelp={() => setPanel({ kind: "help" })}
        onFind={find.open}
        onLook={() => setPanel({ kind: "look" })}
      />
      {file !== undefined && (
        <FileBar reading={open?.reading} onChange={() => setPanel({ kind: "reading" })} />
      )}
      <FilterBar
        search={
          <SearchField
            ref={search}
            text={view.search}
            onSearch={commands.search}
            onLeave={() => grid.current?.focus()}
          />
        }
        filters={view.filters}
        labelOf={labelOf}
        hiddenCount={plan.hidden.length}
        isReady={columns.length > 0}
        onAdd={() => setPanel({ kind: "addFilter", column: place?.column })}
        onEdit={(index) => setPanel({ kind: "editFilter", index })}
        onRemove={(index) => change({ type: "removeFilter", index })}
        onColumns={() => setPanel({ kind: "columns" })}
        onViews={() => setPanel({ kind: "views" })}
        hasPicture={view.picture !== undefined}
        onPicture={() =>
          change({
            type: "setPicture",
            picture: view.picture === undefined ? startingPicture(columns, view) : undefined,
          })
        }
      />
      {view.grouping !== undefined && (
        <GroupBar
          grouping={view.grouping}
          labelOf={labelOf}
          soFar={report.soFar}
          onChange={change}
          onOnly={commands.onlyGroupAt(place)}
          onOpenAll={commands.openAll}
        />
      )}
      <ReportNotices
        report={report}
        route={route}
        session={session}
        download={download}
        linkNote={linkNote}
        actions={{
          changeKey: () => setPanel({ kind: "key" }),
          otherReport: goToConnect,
          otherFile: openFile,
          changeReading: () => setPanel({ kind: "reading" }),
        }}
        onShowUnequal={() => setPanel({ kind: "unequalRows" })}
        onLeave={() => grid.current?.focus()}
      />
      {find.bar}
      <CellBar where={whereText(shown.rows, columns, place)} cell={active} />
      <div className={styles.progress}>
        {open !== undefined && isLoading(open.load) ? (
          <LoadProgress open={open} />
        ) : (
          shown.pending && (
            <div className={styles.late}>
              <ProgressBar label={reportWords.preparing} value={undefined} text="" />
            </div>
          )
        )}
      </div>
      <div className={styles.stage}>
        <section className={styles.rows} aria-label={reportWords.name}>
          <Grid
            ref={grid}
            columns={gridColumns}
            rows={shown.rows}
            reportRowCount={table?.rowCount ?? 0}
            busy={open === undefined || isLoading(open.load) || shown.pending}
            contentKey={shown.name ?? ""}
            density={look.rows}
            menuColumn={panel?.kind === "columnMenu" ? panel.column.id : undefined}
            {...(view.exact ? { formatCell: exactCell } : {})}
            markPieces={find.markPieces}
            selection={selected.selection}
            onSelect={selected.select}
            onActiveCell={setPlace}
            {...commands.gridEvents}
          />
          {open !== undefined && columns.length === 0 && isLoading(open.load) && (
            <div className={styles.beginning}>
              <p>{reportWords.waitingForRows}</p>
            </div>
          )}
          {isEmpty(report) && (
            <EmptyNote
              filterCount={view.filters.length}
              search={view.search}
              soFar={report.soFar}
              onRemoveLast={() => change({ type: "removeFilter", index: view.filters.length - 1 })}
              onClearSearch={() => change({ type: "search", text: "" })}
              onClearAll={commands.clearAll}
            />
          )}
        </section>
        <PictureSlot report={report} />
      </div>
      <ReportFooter
        report={report}
        onStop={session.stop}
        onAgain={session.again}
        onFingerprint={() => setPanel({ kind: "fingerprint" })}
      >
        <TotalsRegion
          names={totalled}
          totals={totals}
          onMore={() => setPanel({ kind: "totals" })}
        />
        <SelectionFigures report={report} selected={selected} onExport={openExport} />
      </ReportFooter>
      <ExportPanel
        making={making}
        onForm={() => setPanel({ kind: "csvForm" })}
        onLeave={() => exportButton.current?.focus()}
      />
      {panel !== undefined && (
        <ReportPanels
          panel={panel}
          report={report}
          route={route}
          look={services.look}
          shelf={shelf}
          labelOf={labelOf}
          totalled={totalled}
          totals={totals}
          ledger={ledger}
          making={making}
          active={place?.column}
          onPanel={setPanel}
          onFit={commands.fit}
          onFitAll={commands.fitAll}
          onMoveColumn={commands.moveColumn}
          onSelectColumn={selected.selectColumn}
          onGoTo={commands.goTo}
          onReach={(at) => grid.current?.moveTo(at)}
          onShowAll={commands.showAll}
          onRoute={(target) => location.push(target)}
          onReading={files.change}
          onKey={(key) => {
            keys.hold(key);
            session.again();
          }}
        />
      )}
    </main>
  );
}

function LoadProgress({ open }: { readonly open: OpenReport }) {
  const { load } = open;
  const total = load.phase === "receiving" ? load.totalBytes : undefined;
  const value = load.phase === "receiving" && total !== undefined ? load.bytes / total : undefined;
  return <ProgressBar label={reportWords.loading} value={value} text={receivedText(open)} />;
}

/**
 * The view with only those columns that this report has; without any of them, all. Columns that rows
 * are grouped by stand first.
 */
function shownView({ view, columns, plan }: Report) {
  const isGrouped = plan.query.groups !== undefined;
  if (view.shown === undefined && !isGrouped) return view;
  const keysOf = (ids: readonly ColumnId[]) => ids.flatMap((id) => columns[id]?.key ?? []);
  const shown = keysOf(plan.shown);
  if (!isGrouped) return { ...view, shown };
  const { left, right } = plan.pinned;
  return { ...view, shown, pinned: { left: keysOf(left), right: keysOf(right) } };
}

/** A group's sign and count beside its value; the digits and currencies of its sums. */
const VALUE_ROOM = 72;
const SUM_ROOM = 64;

function useGroupRoom({ columns, plan }: Report): ReadonlyMap<ColumnKey, number> | undefined {
  const { groups } = plan.query;
  return useMemo(() => {
    if (groups === undefined) return undefined;
    const room = new Map(groups.totals.map(({ column }) => [column, SUM_ROOM]));
    for (const { column } of groups.levels) room.set(column, VALUE_ROOM);
    return new Map(columns.map(({ id, key }) => [key, room.get(id) ?? 0]));
  }, [groups, columns]);
}

/** Nothing to show, and it is known: not merely not here yet. */
function isEmpty({ open, shown, isShown }: Report): boolean {
  if (open?.data === undefined || !isShown || shown.rows.rowCount > 0) return false;
  return open.data.table.rowCount > 0 || open.load.phase === "complete";
}

/** A keyboard finds itself among the rows when they are there; a focus it has already stays. */
function useFirstFocus(grid: RefObject<GridHandle | null>, hasRows: boolean): void {
  useEffect(() => {
    if (hasRows && document.activeElement === document.body) grid.current?.focus();
  }, [grid, hasRows]);
}

function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
