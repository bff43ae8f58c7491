/** The rows, or what stands in their place, and the picture beside them. */

import { type RefObject, useEffect, useMemo } from "react";
import { exactCell } from "../../grid/displayCell.ts";
import { Grid } from "../../grid/Grid.tsx";
import type { GridColumn, GridHandle, GridProps } from "../../grid/gridProps.ts";
import { columnWords } from "../../words/en/columns.ts";
import { reportWords } from "../../words/en/report.ts";
import { Button } from "../controls/Button.tsx";
import { isLoading } from "../data/reportSession.ts";
import { PictureSlot } from "../picture/PictureSlot.tsx";
import type { SelectedCells } from "../totals/useSelection.ts";
import { EmptyNote } from "./EmptyNote.tsx";
import styles from "./RowsStage.module.css";
import { StageNote } from "./StageNote.tsx";
import type { GridCommands } from "./useGridCommands.ts";
import type { Report } from "./useReport.ts";

interface RowsStageProps extends Pick<
  GridProps,
  "density" | "menuColumn" | "markPieces" | "onActiveCell"
> {
  readonly report: Report;
  readonly grid: RefObject<GridHandle | null>;
  readonly columns: readonly GridColumn[];
  readonly selected: SelectedCells;
  readonly commands: GridCommands;
}

export function RowsStage(props: RowsStageProps) {
  const { report, grid, columns, selected, commands, ...given } = props;
  const { open, view, shown, change } = report;
  const hasNone = isEmpty(report);
  const isHidden = report.columns.length > 0 && columns.length === 0;
  // A row without a cell is nothing to anybody.
  const rows = useMemo(
    () => (isHidden ? { ...shown.rows, rowCount: 0 } : shown.rows),
    [isHidden, shown.rows],
  );
  useFirstFocus(grid, shown.rows.rowCount > 0);
  return (
    <div className={styles.stage}>
      <section className={styles.rows} aria-label={reportWords.name}>
        <Grid
          ref={grid}
          columns={columns}
          rows={rows}
          reportRowCount={open?.data?.table.rowCount ?? 0}
          busy={open === undefined || isLoading(open.load) || shown.pending}
          contentKey={shown.name ?? ""}
          {...(view.exact ? { formatCell: exactCell } : {})}
          selection={selected.selection}
          onSelect={selected.select}
          {...given}
          {...commands.gridEvents}
        />
        {open !== undefined && report.columns.length === 0 && isLoading(open.load) && (
          <div className={styles.beginning}>
            <p>{reportWords.waitingForRows}</p>
          </div>
        )}
        {isHidden && !hasNone && (
          <StageNote words={columnWords.allHidden(report.columns.length)}>
            <Button onClick={() => change({ type: "resetColumns" })}>{columnWords.showAll}</Button>
          </StageNote>
        )}
        {hasNone && (
          <EmptyNote
            filterCount={view.filters.length}
            search={view.search}
            soFar={report.soFar}
            onRemoveLast={() => change({ type: "removeFilter", index: view.filters.length - 1 })}
            onClearSearch={() => change({ type: "clearSearch" })}
            onClearAll={() => change({ type: "clearRows" })}
          />
        )}
      </section>
      <PictureSlot report={report} />
    </div>
  );
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
