/**
 * The rows that have more or fewer cells than the header, by their numbers; each can be gone to.
 * Row numbers are those of the report, so going to one needs all rows in the report's order.
 */

import { useQuery } from "@tanstack/react-query";
import type { RowIndex } from "../../model/positions.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { useEngine } from "../data/engineContext.ts";
import { MOST_LISTED, findUnequalRows } from "../data/findUnequalRows.ts";
import type { ReportData } from "../data/reportSession.ts";
import { countText, counted } from "../../words/figures.ts";
import styles from "./UnequalRowsDialog.module.css";

interface UnequalRowsDialogProps {
  readonly data: ReportData;
  readonly headerCount: number;
  /** All rows are shown, in the report's order. */
  readonly isWhole: boolean;
  readonly onShowAll: () => void;
  readonly onGoTo: (row: RowIndex) => void;
  readonly onClose: () => void;
}

export function UnequalRowsDialog(props: UnequalRowsDialogProps) {
  const { data, headerCount, isWhole, onShowAll, onGoTo, onClose } = props;
  const { dataset, table } = data;
  const engine = useEngine();
  const found = useQuery({
    queryKey: ["unequal", dataset, table.rowCount],
    queryFn: ({ signal }) =>
      findUnequalRows(
        engine,
        dataset,
        { ...table, headerCount, columnCount: table.columns.length },
        signal,
      ),
  });
  return (
    <Dialog title="Rows of unequal length" onClose={onClose}>
      <div className={styles.body}>
        <p>
          The header has {counted(headerCount, "cell")}. Missing cells are shown as blank, cells
          beyond the header in columns of their own; nothing is dropped.
        </p>
        {!isWhole && (
          <p className={styles.step}>
            To go to one of these rows, all rows must be shown in the report’s order.
            <Button onClick={onShowAll}>Clear filters and order</Button>
          </p>
        )}
        {found.data === undefined ? (
          <p>{found.isError ? "The rows can’t be listed." : "Looking for them…"}</p>
        ) : (
          <ol aria-label="Rows of unequal length" className={styles.list}>
            {found.data.map(({ row, than }) => (
              <li key={row}>
                <button
                  type="button"
                  className={styles.row}
                  disabled={!isWhole}
                  onClick={() => onGoTo(row)}
                >
                  Row {countText(row + 1)}
                  <span className={styles.than}>
                    {than === "shorter" ? "fewer cells" : "more cells"}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
        {table.raggedRows > MOST_LISTED && <p>The first {countText(MOST_LISTED)} are listed.</p>}
      </div>
    </Dialog>
  );
}
