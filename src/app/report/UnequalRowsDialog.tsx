/**
 * The rows that have more or fewer cells than the header, by their numbers; each can be gone to.
 * Row numbers are those of the report, so going to one needs all rows in the report's order.
 */

import { useQuery } from "@tanstack/react-query";
import type { ViewRow } from "../../model/positions.ts";
import type { QueryReading } from "../../model/query.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { useEngine } from "../data/engineContext.ts";
import { MOST_LISTED, findUnequalRows } from "../data/findUnequalRows.ts";
import type { ReportData } from "../data/reportSession.ts";
import { reportWords } from "../../words/en/report.ts";
import styles from "./UnequalRowsDialog.module.css";

interface UnequalRowsDialogProps {
  readonly data: ReportData;
  readonly headerCount: number;
  readonly reading: QueryReading | undefined;
  /** All rows are shown, in the report's order. */
  readonly isWhole: boolean;
  readonly onShowAll: () => void;
  readonly onGoTo: (row: ViewRow) => void;
  readonly onClose: () => void;
}

export function UnequalRowsDialog(props: UnequalRowsDialogProps) {
  const { data, headerCount, reading, isWhole, onShowAll, onGoTo, onClose } = props;
  const { dataset, table } = data;
  const words = reportWords.unequal;
  const engine = useEngine();
  const found = useQuery({
    queryKey: ["unequal", dataset, table.rowCount, reading?.asSent],
    queryFn: ({ signal }) =>
      findUnequalRows(
        engine,
        dataset,
        { ...table, headerCount, columnCount: table.columns.length, reading },
        signal,
      ),
  });
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className={styles.body}>
        <p>{words.header(headerCount)}</p>
        {!isWhole && (
          <p className={styles.step}>
            {words.toGo}
            <Button onClick={onShowAll}>{words.clear}</Button>
          </p>
        )}
        {found.data === undefined ? (
          <p>{found.isError ? words.noList : words.looking}</p>
        ) : (
          <ol aria-label={words.title} className={styles.list}>
            {found.data.map(({ place, row, than }) => (
              <li key={row}>
                <button
                  type="button"
                  className={styles.row}
                  disabled={!isWhole}
                  onClick={() => onGoTo(place)}
                >
                  {words.row(row + 1)}
                  <span className={styles.than}>
                    {than === "shorter" ? words.shorter : words.longer}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
        {table.raggedRows > MOST_LISTED && <p>{words.firstListed(MOST_LISTED)}</p>}
      </div>
    </Dialog>
  );
}
