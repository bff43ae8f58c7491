/**
 * The report on screen: header, filters, the exact cell, the rows, the figures at the foot. It only
 * joins its parts; what they show comes from `useReport`, what opens over them is `ReportPanels`.
 */

import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import type { GridHandle, GridPlace } from "../../grid/gridProps.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { FoldStore } from "../data/foldStore.ts";
import { type ReportSession, isLoading } from "../data/reportSession.ts";
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
import { TotalsRegion } from "../totals/TotalsRegion.tsx";
import { useSelection } from "../totals/useSelection.ts";
import { useTotals } from "../totals/useTotals.ts";
import { startingPicture } from "../picture/startingPicture.ts";
import { usePrintKey } from "../print/usePrintKey.ts";
import { useStore } from "../useStore.ts";
import type { ViewShelf } from "../views/viewShelf.ts";
import { localFilter } from "../filterText.ts";
import { keyName } from "../viewText.ts";
import { cellAt, whereText } from "./activeCell.ts";
import { CellBar } from "./CellBar.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { ReportFooter } from "./ReportFooter.tsx";
import { LoadProgress } from "./LoadProgress.tsx";
import { ReportHeader } from "./ReportHeader.tsx";
import { ReportNotices } from "./ReportNotices.tsx";
import type { Panel } from "./panel.ts";
import { ReportPanels } from "./ReportPanels.tsx";
import styles from "./ReportScreen.module.css";
import { RowsStage } from "./RowsStage.tsx";
import { SearchField } from "./SearchField.tsx";
import { useDownload } from "./useDownload.ts";
import { useGridColumns } from "./useGridColumns.ts";
import { useGridCommands } from "./useGridCommands.ts";
import { useKeptFocus } from "./useKeptFocus.ts";
import { useLinkNote } from "./useLinkNote.ts";
import { useReport } from "./useReport.ts";

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
  const gridColumns = useGridColumns(report);
  const download = useDownload(services, reportId);
  const linkNote = useLinkNote(route);
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  useKeptFocus(grid);
  const [place, setPlace] = useState<GridPlace>();
  const [panel, setPanel] = useState<Panel>();
  const selected = useSelection(report, gridColumns, place);
  const labelOf = (key: ColumnKey) =>
    columns.find((column) => column.key === key)?.label ?? keyName(key);
  const making = useExport(services.engine, reportId, report, labelOf);
  const exportButton = useRef<HTMLButtonElement>(null);
  const openExport = (anchor: HTMLElement | null = exportButton.current) => {
    if (anchor === null || columns.length === 0) return false;
    setPanel({ kind: "exportMenu", anchor });
    return true;
  };
  const commands = useGridCommands({
    report,
    folds,
    grid,
    search,
    setPanel,
    copy: selected.copy,
    openExport: () => openExport(),
  });
  const totalled = useMemo(() => totalledColumns(columns, plan), [columns, plan]);
  const groups = useMemo(() => totalled.map(({ total }) => [total]), [totalled]);
  const totals = useTotals(report, groups);
  const look = useStore(services.look);
  const print = useCallback(() => setPanel({ kind: "print" }), []);
  usePrintKey(panel === undefined ? print : undefined);
  const isFree = panel === undefined;
  const find = useFind({ report, columns: gridColumns, grid, place, isFree });
  const { file, load } = open ?? {};
  const hasKey = useSyncExternalStore(keys.subscribe, keys.isHeld);

  const openFile = () =>
    chooseFile((chosen) => {
      files.hold(chosen);
      location.push({ screen: "file", view: services.freshView(), fingerprint: undefined });
    });
  const goToConnect = () => location.push({ screen: "connect" });
  // A failure before anything is known of the table has the place of the rows.
  const isBare = columns.length === 0 && load?.phase === "failed";
  const active = place === undefined ? undefined : cellAt(shown.rows, place);

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
      {file !== undefined && (load === undefined || isLoading(load) || open?.reading) && (
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
        filters={view.filters.map((filter) => localFilter(filter, columns))}
        labelOf={labelOf}
        hiddenCount={plan.hidden.length}
        isReady={columns.length > 0}
        onAdd={() => setPanel({ kind: "addFilter", column: place?.column })}
        onEdit={(index) => setPanel({ kind: "editFilter", index })}
        onRemove={(index) => change({ type: "removeFilter", index })}
        onColumns={() => setPanel({ kind: "columns" })}
        onViews={() => setPanel({ kind: "views" })}
        hasPicture={view.picture !== undefined}
        onPicture={() => {
          const picture = view.picture === undefined ? startingPicture(columns, view) : undefined;
          flushSync(() => change({ type: "setPicture", picture }));
          // In a low window it stands below the rows. The focus stays on the button.
          const drawn = document.querySelector("[data-drawn]");
          if (drawn !== null) window.scrollBy(0, drawn.getBoundingClientRect().top);
        }}
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
        isAlone={isBare}
        download={download}
        linkNote={linkNote}
        actions={{
          changeKey: () => setPanel({ kind: "key" }),
          otherReport: goToConnect,
          otherFile: openFile,
          changeReading: () => setPanel({ kind: "reading" }),
        }}
        onShowUnequal={() => setPanel({ kind: "unequalRows" })}
      />
      {!isBare && (
        <>
          {find.bar}
          <CellBar where={whereText(shown.rows, columns, place)} cell={active} />
          <LoadProgress report={report} />
          <RowsStage
            report={report}
            grid={grid}
            columns={gridColumns}
            density={look.rows}
            menuColumn={panel?.kind === "columnMenu" ? panel.column.id : undefined}
            markPieces={find.markPieces}
            selected={selected}
            commands={commands}
            onActiveCell={setPlace}
          />
        </>
      )}
      <ReportFooter
        report={report}
        onStop={session.stop}
        onAgain={session.again}
        onFingerprint={() => setPanel({ kind: "fingerprint" })}
      >
        {!isBare && (
          <>
            <TotalsRegion
              names={totalled}
              totals={totals}
              onMore={() => setPanel({ kind: "totals" })}
            />
            <SelectionFigures report={report} selected={selected} onExport={openExport} />
          </>
        )}
      </ReportFooter>
      <ExportPanel
        making={making}
        onForm={() => setPanel({ kind: "csvForm" })}
        onLeave={() => exportButton.current?.focus()}
      />
      <ReportPanels
        panel={panel}
        report={report}
        route={route}
        look={services.look}
        hostLocale={services.config.locale}
        freshView={services.freshView}
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
        onRoute={(target) => location.push(target)}
        onReading={files.change}
        onKey={(key) => {
          keys.hold(key);
          session.again();
        }}
      />
    </main>
  );
}
