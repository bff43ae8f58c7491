/**
 * A cell of a group's line: its value with how many rows it has, the values of the groups it is in,
 * or its sums with a bar. The value's cell is named with all of that, so that a reader hears the
 * line at once; what can be done with a mouse here, keys of the grid do too.
 */

import { memo } from "react";
import type { CSSProperties } from "react";

import { CellKind } from "../model/cell.ts";
import type { ColumnSums, GroupLine, GroupSum } from "../model/grouping.ts";
import type { ColumnId } from "../model/positions.ts";
import { gridWords } from "../words/en/grid.ts";
import { allOf, countText } from "../words/figures.ts";
import { classes } from "./classes.ts";
import { isAmount } from "./columnWidth.ts";
import cellStyles from "./GridCell.module.css";
import { drawPiece, shareStyle } from "./GridCell.tsx";
import type { FormatCell, GridColumn, MarkPieces } from "./gridProps.ts";
import styles from "./GroupCell.module.css";

interface GroupCellProps {
  readonly column: GridColumn;
  readonly position: number;
  readonly style: CSSProperties;
  readonly group: GroupLine;
  /** Level of the column among those that rows are grouped by; -1 for another column. */
  readonly level: number;
  /** Empty for a column that is not on screen: its sum isn't said. */
  readonly labelOf: (column: ColumnId) => string;
  /** Given to the active cell only, for `aria-activedescendant`. */
  readonly id: string | undefined;
  readonly selected: boolean;
  readonly formatCell: FormatCell;
  readonly markPieces: MarkPieces | undefined;
}

export const GroupCell = memo(function GroupCell(props: GroupCellProps) {
  const { column, position, style, group, level, labelOf, id, selected, markPieces } = props;
  const isOwn = level === group.name.level;
  const sums = level < 0 ? group.sums.find((one) => one.column === column.id) : undefined;
  const share = sums?.sums.length === 1 ? sums.sums[0]?.share : undefined;
  const look = classes(
    cellStyles.cell,
    styles.cell,
    sums !== undefined && styles.sums,
    level < 0 && isAmount(column.kind) && cellStyles.amount,
    level >= 0 && !isOwn && cellStyles.quiet,
    share !== undefined && cellStyles.share,
    selected && cellStyles.selected,
    id !== undefined && cellStyles.active,
  );
  return (
    <div
      role="gridcell"
      aria-colindex={position + 1}
      aria-selected={selected || undefined}
      aria-expanded={isOwn ? group.open : undefined}
      aria-label={isOwn ? groupText(group, labelOf) : undefined}
      id={id}
      className={look}
      style={share === undefined ? style : { ...style, ...shareStyle(share) }}
      title={sums === undefined ? undefined : sumWords(sums)}
    >
      {isOwn ? (
        <OwnValue group={group} markPieces={markPieces} />
      ) : sums === undefined ? (
        drawValue(group.values[level], markPieces)
      ) : (
        <Sums
          column={column}
          sums={sums.sums}
          formatCell={props.formatCell}
          markPieces={markPieces}
        />
      )}
    </div>
  );
});

type OwnValueProps = Pick<GroupCellProps, "group" | "markPieces">;

function OwnValue({ group, markPieces }: OwnValueProps) {
  return (
    <>
      <span data-group="toggle" className={styles.toggle} aria-hidden="true">
        <svg viewBox="0 0 16 16" className={group.open ? styles.open : styles.folded}>
          <path d="m6 4 4 4-4 4" />
        </svg>
      </span>
      <b className={styles.value}>{drawValue(group.values.at(-1), markPieces)}</b>
      <span className={styles.rows}>{countText(group.rows)}</span>
      <span data-group="only" className={styles.only} aria-hidden="true">
        {gridWords.only}
      </span>
    </>
  );
}

interface SumsProps {
  readonly column: GridColumn;
  readonly sums: readonly GroupSum[];
  readonly formatCell: FormatCell;
  readonly markPieces: MarkPieces | undefined;
}

/** One beside the other, each with its currency. */
function Sums({ column, sums, formatCell, markPieces }: SumsProps) {
  return sums.map(({ sum, currency }, index) => {
    const display = formatCell(column, { text: sum, kind: CellKind.number });
    return (
      <span
        key={currency}
        className={display.tone === "normal" ? undefined : cellStyles[display.tone]}
      >
        {index > 0 && " · "}
        {(markPieces?.(display.pieces, sum) ?? display.pieces).map(drawPiece)}
        {display.pad !== "" && sums.length === 1 && (
          <span className={cellStyles.pad} data-pad={display.pad} aria-hidden="true" />
        )}
        {currency !== "" && <span className={styles.currency}> {currency}</span>}
      </span>
    );
  });
}

function drawValue(value: string | undefined, markPieces: MarkPieces | undefined) {
  const text = valueText(value);
  return markPieces === undefined || value === undefined
    ? text
    : markPieces([{ text }], value).map(drawPiece);
}

/** "Acme GmbH, 120 rows, sum of Cost 1234.56 EUR". */
function groupText({ values, rows, sums }: GroupLine, labelOf: GroupCellProps["labelOf"]): string {
  const totals = sums.flatMap((one) => {
    const label = labelOf(one.column);
    return label === "" ? [] : [gridWords.sum(label, sumWords(one))];
  });
  return [...values.map(valueText), gridWords.rows(rows), ...totals].join(", ");
}

function sumWords({ sums }: ColumnSums): string {
  return allOf(sums.map(({ sum, currency }) => (currency === "" ? sum : `${sum} ${currency}`)));
}

function valueText(value: string | undefined): string {
  return value === "" ? gridWords.blank : (value ?? "");
}
