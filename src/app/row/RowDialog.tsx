/**
 * One row in full: every column of the report with its exact value, the ones not on screen too. Goes
 * on to the row before and after as the view has them; closing leaves the cell of that row active.
 */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { writtenText } from "../../model/cell.ts";
import type { Column } from "../../model/column.ts";
import { viewRow, type ViewRow } from "../../model/positions.ts";
import { queryText } from "../../model/query.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import { tabField } from "../../model/tabField.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { useEngine } from "../data/engineContext.ts";
import { countText } from "../../words/figures.ts";
import { rowWords } from "../../words/en/row.ts";
import { filledFromText } from "../lines/lineTexts.ts";
import { copiedWords, copyText } from "../report/copyText.ts";
import { LongText } from "../report/LongText.tsx";
import type { Report } from "../report/useReport.ts";
import styles from "./RowDialog.module.css";

interface RowDialogProps {
  readonly report: Report;
  readonly row: ViewRow;
  readonly onRow: (row: ViewRow) => void;
  readonly onClose: () => void;
}

/** A row as it was read: its values and what they are of. */
interface ReadRow {
  readonly row: ViewRow;
  /** Rows shown then. */
  readonly of: number;
  readonly isGrouped: boolean;
  readonly columns: readonly Column[];
  readonly values: RowWindow;
}

export function RowDialog({ report, row, onRow, onClose }: RowDialogProps) {
  const { open, rowsQuery, shown } = report;
  const engine = useEngine();
  const [copied, setCopied] = useState("");
  const dataset = open?.data?.dataset;
  const { data, isError } = useQuery({
    queryKey: ["row", dataset, queryText(rowsQuery), shown.tableRows, row],
    queryFn: async ({ signal }): Promise<ReadRow | null> => {
      if (dataset === undefined) return null;
      const { columns, rowsQuery: query } = report;
      const range = { start: row, end: viewRow(row + 1) };
      const ids = columns.map(({ id }) => id);
      const { tableRows, rowCount } = shown;
      const values = await engine.window(dataset, query, tableRows, range, ids, signal);
      return { row, of: rowCount, isGrouped: query.groups !== undefined, columns, values };
    },
    // The row before stays until the next is here, under its own title.
    placeholderData: keepPreviousData,
  });
  const found = data ?? undefined;
  const columns = found?.columns ?? report.columns;
  const number = found?.values.rowIndices[0];
  const isGrouped = found?.isGrouped ?? rowsQuery.groups !== undefined;
  const title = isGrouped
    ? rowWords.ofReport(number === undefined ? "" : countText(number + 1))
    : rowWords.ofShown((found?.row ?? row) + 1, found?.of ?? shown.rowCount);
  const valueOf = (at: number) => {
    const { texts: [text] = [], kinds: [kind] = [] } = found?.values.columns[at] ?? {};
    return text === undefined || kind === undefined ? undefined : writtenText({ text, kind });
  };
  const fromOf = (at: number) => {
    const from = found?.values.columns[at]?.filledFrom?.[0];
    if (from === undefined) return null;
    return <span className={styles.note}> ↑ {filledFromText(from)}</span>;
  };
  const go = (by: -1 | 1) => {
    const next = neighbour(report, row, by);
    if (next === undefined) return;
    setCopied("");
    onRow(next);
  };
  const copy = () => {
    const lines = columns.map(
      ({ label }, at) => `${tabField(label)}\t${tabField(valueOf(at) ?? "")}`,
    );
    void copyText(lines.join("\r\n")).then((done) => setCopied(copiedWords(done)));
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {/* Scrolls, with arrow keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={rowWords.values} tabIndex={0} className={styles.body}>
        {isError ? (
          <p role="alert">{rowWords.cannotRead}</p>
        ) : (
          <dl className={styles.list}>
            {columns.map(({ id, label }, at) => (
              <div key={id} className={styles.line}>
                <dt className={styles.label}>{label}</dt>
                <dd className={styles.value}>
                  <LongText text={valueOf(at) ?? "…"} />
                  {fromOf(at)}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <footer className={styles.foot}>
        <span className={styles.steps}>
          <Button disabled={neighbour(report, row, -1) === undefined} onClick={() => go(-1)}>
            {rowWords.previous}
          </Button>
          <Button disabled={neighbour(report, row, 1) === undefined} onClick={() => go(1)}>
            {rowWords.next}
          </Button>
        </span>
        <output className={styles.note}>{copied}</output>
        <Button disabled={found === undefined} onClick={copy}>
          {rowWords.copy}
        </Button>
      </footer>
    </Dialog>
  );
}

/** The next line that is a row: groups' lines are passed over as far as they are known. */
function neighbour({ shown }: Report, row: ViewRow, by: -1 | 1): ViewRow | undefined {
  const { rows } = shown;
  let next = row + by;
  while (next >= 0 && next < rows.rowCount && rows.group?.(viewRow(next)) !== undefined) next += by;
  return next >= 0 && next < rows.rowCount ? viewRow(next) : undefined;
}
