/**
 * One cell. Its text content is exactly what is shown, never HTML; alignment, dimming and bars are
 * drawn around it. Memoised on plain values: a row that scrolls by draws no cell of other rows.
 */

import { memo } from "react";
import type { CSSProperties, ReactNode } from "react";

import { CellKind } from "../model/cell.ts";
import type { RowIndex } from "../model/positions.ts";
import { startOf } from "../model/startOf.ts";
import { linesWords } from "../words/en/lines.ts";
import { countText } from "../words/figures.ts";
import { classes } from "./classes.ts";
import { isAmount } from "./columnWidth.ts";
import type { CustomProperties } from "./renderedColumns.ts";
import styles from "./GridCell.module.css";
import type { CellPiece, FormatCell, GridColumn, MarkPieces } from "./gridProps.ts";

interface GridCellProps {
  readonly column: GridColumn;
  readonly position: number;
  readonly style: CSSProperties;
  /** Undefined while the cell is not here yet. */
  readonly text: string | undefined;
  readonly kind: CellKind;
  /** The row whose value fills the cell. */
  readonly filledFrom: RowIndex | undefined;
  /** Given to the active cell only, for `aria-activedescendant`. */
  readonly id: string | undefined;
  readonly selected: boolean;
  readonly formatCell: FormatCell;
  readonly markPieces: MarkPieces | undefined;
}

/** More of a text than this is not drawn: the whole of it is in "Cell value". */
const LONGEST_DRAWN = 500;

/**
 * Signs of scripts that run to the left, and the mark that says so. In a text without any the browser
 * need not look which way it runs, as it would at each change of it.
 */
const MAY_RUN_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { column, position, style, text, kind, filledFrom, id, selected, formatCell, markPieces } =
    props;
  const amount = isAmount(column.kind);
  const state = classes(
    styles.cell,
    amount && styles.amount,
    selected && styles.selected,
    id !== undefined && styles.active,
  );
  const shared = {
    role: "gridcell",
    "aria-colindex": position + 1,
    "aria-selected": selected || undefined,
    id,
  };
  if (text === undefined) {
    return (
      <div {...shared} className={state} style={style}>
        <span className={styles.skeleton} />
      </div>
    );
  }
  const drawn = drawnText(text);
  const display = formatCell(column, { text: drawn, kind });
  const look = classes(
    state,
    display.tone !== "normal" && styles[display.tone],
    kind === CellKind.nested && styles.nested,
    filledFrom !== undefined && styles.filled,
    drawn.includes("\n") && styles.lines,
    display.share !== undefined && styles.share,
  );
  return (
    <div
      {...shared}
      className={look}
      aria-label={nameOf(drawn, filledFrom)}
      style={display.share === undefined ? style : { ...style, ...shareStyle(display.share) }}
      dir={!amount && MAY_RUN_LEFT.test(drawn) ? "auto" : undefined}
    >
      {contentOf(markPieces?.(display.pieces, drawn) ?? display.pieces, display.pad)}
    </div>
  );
});

/** A text of one plain piece is given as such: React then keeps nothing but the cell itself. */
export function contentOf(pieces: readonly CellPiece[], pad: string): ReactNode {
  const drawn = pieces.map(drawPiece);
  if (pad !== "") {
    const hidden = { className: styles.pad, "data-pad": pad, "aria-hidden": true };
    return [...drawn, <span key="pad" {...hidden} />];
  }
  return drawn.length === 1 ? drawn[0] : drawn;
}

export function drawPiece(piece: CellPiece, index: number) {
  const { text, quiet = false, gap = false, found = false } = piece;
  if (!quiet && !gap && !found) return text;
  const look = classes(quiet && styles.zeros, gap && styles.gap);
  const Element = found ? "mark" : "span";
  return (
    <Element key={index} className={look}>
      {text}
    </Element>
  );
}

/** The text alone is its own name. */
function nameOf(text: string, filledFrom: RowIndex | undefined): string | undefined {
  if (filledFrom === undefined) return undefined;
  return linesWords.filledCell(text, countText(filledFrom + 1));
}

/** The part that is drawn. It fills any width, so it is cut there. */
export function drawnText(text: string): string {
  return startOf(text, LONGEST_DRAWN);
}

export function shareStyle(share: number): CustomProperties {
  return { "--share": `${Math.min(Math.max(share, 0), 1) * 100}%` };
}
