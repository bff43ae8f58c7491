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
import { totalWords } from "../words/en/totals.ts";
import { allOf, countText } from "../words/figures.ts";
import { classes } from "./classes.ts";
import { isAmount } from "./columnWidth.ts";
import cellStyles from "./GridCell.module.css";
import { drawnText, drawPiece, shareStyle } from "./GridCell.tsx";
import type {
  CellPiece,
  FormatCell,
  FormattedColumn,
  GridColumn,
  MarkPieces,
} from "./gridProps.ts";
import styles from "./GroupCell.module.css";

interface GroupCellProps {
  readonly column: GridColumn;
  readonly position: number;
  readonly style: CSSProperties;
  readonly group: GroupLine;
  /** Level of the column among those that rows are grouped by; -1 for another column. */
  readonly level: number;
  /** Of the value that the line has in the column. */
  readonly kind: CellKind;
  /** Empty for a column that is not on screen: its sum isn't said. */
  readonly labelOf: (column: ColumnId) => string;
  /** Given to the active cell only, for `aria-activedescendant`. */
  readonly id: string | undefined;
  readonly selected: boolean;
  readonly formatCell: FormatCell;
  readonly markPieces: MarkPieces | undefined;
}

export const GroupCell = memo(function GroupCell(given: GroupCellProps) {
  const values = given.group.values.map(drawnText);
  const props = { ...given, group: { ...given.group, values } };
  const { column, position, style, group, level, id, selected } = props;
  const isOwn = level === group.name.level;
  const sums = sumsOf(props);
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
      aria-label={isOwn ? groupText(props) : undefined}
      id={id}
      className={look}
      style={share === undefined ? style : { ...style, ...shareStyle(share) }}
      title={sums === undefined ? undefined : sumWords(sums)}
    >
      {isOwn ? <OwnValue {...props} /> : <GroupText {...props} />}
    </div>
  );
});

type GroupTextProps = Pick<GroupCellProps, "group" | "level" | "kind" | "formatCell"> & {
  readonly column: FormattedColumn & Pick<GridColumn, "id">;
  readonly markPieces?: MarkPieces | undefined;
};

function OwnValue(props: GroupTextProps) {
  const { group } = props;
  return (
    <>
      <span data-group="toggle" className={styles.toggle} aria-hidden="true">
        <svg viewBox="0 0 16 16" className={group.open ? styles.open : styles.folded}>
          <path d="m6 4 4 4-4 4" />
        </svg>
      </span>
      <b className={styles.value}>
        <GroupText {...props} />
      </b>
      <span className={styles.rows}>{countText(group.rows)}</span>
      <span data-group="only" className={styles.only} aria-hidden="true">
        {gridWords.only}
      </span>
    </>
  );
}

/** What the line says in a column: a value, drawn as that of a row is, or sums. */
export function GroupText(props: GroupTextProps) {
  const { group, level, column, formatCell, markPieces } = props;
  const value = group.values[level];
  if (value !== undefined) {
    const pieces = valuePieces(value, props);
    return (markPieces?.(pieces, value) ?? pieces).map(drawPiece);
  }
  const { sums = [], others = 0 } = sumsOf(props) ?? {};
  return (
    <>
      {sums.length > 0 && others > 0 && (
        <span role="img" aria-label={totalWords.leftOut(others)} className={styles.leftOut} />
      )}
      <Sums column={column} sums={sums} formatCell={formatCell} markPieces={markPieces} />
    </>
  );
}

interface SumsProps {
  readonly column: FormattedColumn;
  readonly sums: readonly GroupSum[];
  readonly formatCell: FormatCell;
  readonly markPieces: MarkPieces | undefined;
}

/** One beside the other, each with its currency; one that has no room is left out as a whole. */
function Sums({ column, sums, formatCell, markPieces }: SumsProps) {
  return sums.map(({ sum, currency }, index) => {
    const display = formatCell(column, { text: sum, kind: CellKind.number });
    return (
      <span
        key={currency}
        className={classes(
          display.tone !== "normal" && cellStyles[display.tone],
          sums.length > 1 && styles.whole,
        )}
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

/** "Acme GmbH, 120 rows, sum of Cost 1234.56 EUR". */
function groupText(props: GroupCellProps): string {
  const { group, labelOf } = props;
  const { values, written, rows, sums } = group;
  const totals = sums.flatMap((one) => {
    const label = labelOf(one.column);
    return label === "" ? [] : [gridWords.sum(label, sumWords(one))];
  });
  const outer = written.slice(0, -1).map((value) => drawnText(value) || gridWords.blank);
  const own = valuePieces(values.at(-1) ?? "", props).map(({ text }) => text);
  return [...outer, own.join(""), gridWords.rows(rows), ...totals].join(", ");
}

function sumsOf({ group, level, column }: GroupTextProps): ColumnSums | undefined {
  return level < 0 ? group.sums.find((one) => one.column === column.id) : undefined;
}

function sumWords({ sums, others }: ColumnSums): string {
  const words = allOf(
    sums.map(({ sum, currency }) => (currency === "" ? sum : `${sum} ${currency}`)),
  );
  return words === "" || others === 0 ? words : `${words} ${totalWords.leftOut(others)}`;
}

function valuePieces(
  text: string,
  { column, kind, formatCell }: GroupTextProps,
): readonly CellPiece[] {
  return text === "" ? [{ text: gridWords.blank }] : formatCell(column, { text, kind }).pieces;
}
