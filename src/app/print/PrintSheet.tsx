/**
 * What goes on paper: whose report it is, the filters in words, the table with its header on every
 * page, the totals. Cells are drawn as on screen, uncut. It is on the page for the printer only.
 */

import { memo } from "react";
import { exactCell, localDisplay } from "../../grid/displayCell.ts";
import { isAmount } from "../../grid/columnWidth.ts";
import { contentOf } from "../../grid/GridCell.tsx";
import { GroupText } from "../../grid/GroupCell.tsx";
import type { FormatCell } from "../../grid/gridProps.ts";
import { CellKind } from "../../model/cell.ts";
import type { Column, ColumnKey, ColumnKind } from "../../model/column.ts";
import type { GroupLevel } from "../../model/grouping.ts";
import type { CellTotals } from "../../model/totals.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import { filterText, localFilter } from "../filterText.ts";
import { inSentence } from "../inSentence.ts";
import { linesAbout } from "../lines/lineTexts.ts";
import { dataRows } from "../lines/seenReport.ts";
import type { Report } from "../report/useReport.ts";
import { Amount } from "../totals/Amount.tsx";
import { currencyName, differenceText, roundedName } from "../totals/totalText.ts";
import type { TotalledName } from "../../model/totalledColumns.ts";
import { collationName } from "../look/collationName.ts";
import { printWords } from "../../words/en/print.ts";
import type { Totals } from "../totals/useTotals.ts";
import { keyName } from "../viewText.ts";
import { PictureSlot } from "../picture/PictureSlot.tsx";
import styles from "./PrintSheet.module.css";

interface PrintSheetProps {
  readonly title: string;
  readonly report: Report;
  readonly names: readonly TotalledName[];
  readonly totals: Totals;
  readonly labelOf: (column: ColumnKey) => string;
  readonly blocks: readonly RowWindow[];
  /** Rows to be printed. */
  readonly rowCount: number;
}

const NO_LEVELS: readonly GroupLevel[] = [];

export function PrintSheet(props: PrintSheetProps) {
  const { title, report, names, totals, blocks, rowCount } = props;
  const { plan, columns, shown, open, view } = report;
  const drawn = plan.shown.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const table = open?.data?.table;
  const all = table === undefined ? 0 : dataRows(table, table.rowCount);
  const { levels = NO_LEVELS } = plan.query.groups ?? {};
  const rows = printWords.rows(shown.rowCount, all, totals.isWhole);
  return (
    <article data-print-sheet className={lookOf(drawn.length)} aria-label={printWords.pages}>
      <h1 className={styles.title}>{title}</h1>
      <p>{rowCount < shown.rows.rowCount ? printWords.firstPrinted(rows, rowCount) : rows}</p>
      <ViewInWords {...props} />
      <table className={styles.table}>
        <thead>
          <tr>
            {drawn.map(({ key, label, kind }) => (
              <th key={key} scope="col" className={cellLook(kind)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {blocks.map((block) => (
          <PrintRows
            key={block.range.start}
            block={block}
            columns={drawn}
            levels={levels}
            formatCell={view.exact ? exactCell : localDisplay()}
          />
        ))}
      </table>
      <PictureSlot report={report} isPaper />
      <dl className={styles.totals}>
        {names.map(({ column }, index) => (
          <ColumnTotals
            key={column.key}
            name={printWords.sum(inSentence(column.label), totals.isWhole)}
            figure={totals.figures?.[index]}
          />
        ))}
      </dl>
    </article>
  );
}

function lookOf(columnCount: number): string {
  const { sheet = "", wide = "", widest = "" } = styles;
  if (columnCount <= 8) return sheet;
  return `${sheet} ${columnCount <= 14 ? wide : widest}`;
}

/** Amounts and dates stay in one line. */
function cellLook(kind: ColumnKind): string | undefined {
  if (isAmount(kind)) return styles.amount;
  return kind === "text" ? undefined : styles.whole;
}

/** Filters, search and sort as sentences. */
function ViewInWords({ report, labelOf }: PrintSheetProps) {
  const { open, plan, columns, view } = report;
  const lines = [
    ...view.filters.map((filter) => filterText(localFilter(filter, columns), labelOf)),
    ...linesAbout(
      open?.data?.table.setAside,
      plan.filled.flatMap((id) => columns[id] ?? []),
    ).map(({ says }) => says),
    ...(view.search === "" ? [] : [printWords.search(view.search)]),
    ...(view.sort.length === 0
      ? []
      : [
          printWords.sorted(
            [
              ...view.sort.map(({ column, descending }) =>
                descending ? printWords.descending(keyName(column)) : keyName(column),
              ),
              ...(view.collation === undefined
                ? []
                : [printWords.alphabet(collationName(view.collation))]),
            ].join("; "),
          ),
        ]),
  ];
  return lines.length === 0 ? null : (
    <ul className={styles.words}>
      {lines.map((line) => (
        <li key={line} dir="auto">
          {inSentence(line)}
        </li>
      ))}
    </ul>
  );
}

interface PrintRowsProps {
  readonly block: RowWindow;
  readonly columns: readonly Column[];
  /** Columns that rows are grouped by, outermost first. */
  readonly levels: readonly GroupLevel[];
  readonly formatCell: FormatCell;
}

const PrintRows = memo(function PrintRows(props: PrintRowsProps) {
  const { block, columns, levels, formatCell } = props;
  const drawn = columns.map((column, at) => ({
    column,
    cells: block.columns[at],
    level: levels.findIndex((one) => one.column === column.id),
  }));
  return (
    <tbody>
      {Array.from(block.rowIndices, (_, row) => {
        const group = block.groups?.[row];
        return (
          <tr
            // A group's line stands for rows that may have lines of their own: the place is the name.
            // oxlint-disable-next-line react/no-array-index-key
            key={row}
            className={group === undefined ? undefined : styles.group}
          >
            {drawn.map(({ column, cells, level }) => {
              const kind = cells?.kinds[row] ?? CellKind.missing;
              const text = cells?.texts[row] ?? "";
              const { pieces, pad, tone } = formatCell(column, { text, kind });
              return (
                <td key={column.key} className={cellLook(column.kind)}>
                  <bdi className={tone === "negative" ? styles.negative : undefined}>
                    {group === undefined ? (
                      contentOf(pieces, pad)
                    ) : (
                      <GroupText {...{ group, level, column, kind, formatCell }} />
                    )}
                  </bdi>
                </td>
              );
            })}
          </tr>
        );
      })}
    </tbody>
  );
});

interface ColumnTotalsProps {
  readonly name: string;
  readonly figure: CellTotals | undefined;
}

function ColumnTotals({ name, figure }: ColumnTotalsProps) {
  return (
    <div className={styles.total}>
      <dt>{name}</dt>
      {figure?.currencies.map((line) => (
        <dd key={line.currency}>
          <strong>
            <Amount text={line.sum} /> <bdi>{currencyName(line.currency)}</bdi>
          </strong>{" "}
          ({roundedName(line).toLowerCase()} <Amount text={line.roundedSum} />,{" "}
          {differenceText(line.difference)})
        </dd>
      ))}
    </div>
  );
}
