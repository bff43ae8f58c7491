/**
 * Which columns are shown, in which order and which stay in sight: all of the report's columns to tick,
 * to drag or move and to pin, found by typing, many at once; and the way back.
 */

import { useRef, useState } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import type { Column } from "../../model/column.ts";
import type { ColumnId } from "../../model/positions.ts";
import { columnWords } from "../../words/en/columns.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import fieldStyles from "../controls/Field.module.css";
import { columnDrop } from "./columnDrop.ts";
import { ColumnItem } from "./ColumnItem.tsx";
import { columnList } from "./columnList.ts";
import heard from "../controls/heard.module.css";
import styles from "./ColumnsDialog.module.css";
import { useListDrag } from "./useListDrag.ts";

interface ColumnsDialogProps {
  readonly columns: readonly Column[];
  readonly shown: readonly ColumnId[];
  /** The first of `shown` that rows are grouped by: they stand first. */
  readonly groupCount: number;
  /** Those of `shown` that stay in sight. */
  readonly pinned: { readonly left: readonly ColumnId[]; readonly right: readonly ColumnId[] };
  readonly onChange: (action: ViewAction) => void;
  readonly onFitAll: () => void;
  readonly onMove: (column: Column, by: -1 | 1) => void;
  readonly onClose: () => void;
}

/** A report of 2,000 columns is narrowed by typing; each key draws these again. */
const DRAWN = 100;

export function ColumnsDialog(props: ColumnsDialogProps) {
  const { columns, shown, groupCount, pinned, onChange, onClose } = props;
  const [needle, setNeedle] = useState("");
  const isShown = new Set(shown);
  const keys = columns.map((column) => column.key);
  const wanted = needle.trim().toLowerCase();
  const matching = columnList(columns, shown).filter(({ label }) =>
    label.toLowerCase().includes(wanted),
  );
  const listed = matching.slice(0, DRAWN);
  const found = matching.map(({ key }) => key);
  const foundShown = matching.filter((column) => isShown.has(column.id)).length;
  const many = (type: "showColumns" | "hideColumns") =>
    onChange({ type, some: found, columns: keys });

  const [moved, setMoved] = useState<Column>();
  const move = (column: Column, by: -1 | 1) => {
    setMoved(column);
    props.onMove(column, by);
  };
  const placeOf = (column: Column) => shown.indexOf(column.id);
  const sideOf = ({ id: of }: Column) => {
    if (pinned.left.includes(of)) return "left" as const;
    return pinned.right.includes(of) ? ("right" as const) : undefined;
  };
  const list = useRef<HTMLUListElement>(null);
  const dropOf = (line: number, place: number) => {
    const column = listed[line];
    return column && columnDrop(listed, shown, groupCount, column.id, place);
  };
  const { dragged, startDrag } = useListDrag(list, (line, place) => {
    const column = listed[line];
    const drop = dropOf(line, place);
    if (column === undefined || drop === undefined) return;
    const before = drop === "end" ? undefined : columns[drop]?.key;
    const onScreen = shown.flatMap((one) => columns[one]?.key ?? []);
    setMoved(column);
    onChange({ type: "moveColumn", column: column.key, before, shown: onScreen, columns: keys });
  });
  const canDrop = dragged !== undefined && dropOf(dragged.line, dragged.place) !== undefined;
  const dropAt = (line: number) => {
    if (!canDrop) return undefined;
    if (line === dragged.place) return "before" as const;
    const isEnd = dragged.place === listed.length && line === listed.length - 1;
    return isEnd ? ("after" as const) : undefined;
  };

  return (
    <Dialog title={columnWords.title} onClose={onClose}>
      <div className={styles.body}>
        <input
          type="search"
          aria-label={columnWords.find}
          placeholder={columnWords.find}
          className={fieldStyles.input}
          autoComplete="off"
          spellCheck={false}
          value={needle}
          onChange={(event) => setNeedle(event.target.value)}
        />
        <div className={styles.many}>
          {wanted === "" ? (
            <Button look="quiet" disabled={shown.length <= 1} onClick={() => many("hideColumns")}>
              {columnWords.hideAll}
            </Button>
          ) : (
            <>
              <Button
                look="quiet"
                disabled={foundShown === matching.length}
                onClick={() => many("showColumns")}
              >
                {columnWords.showFound(matching.length)}
              </Button>
              <Button
                look="quiet"
                disabled={foundShown === 0 || shown.length <= 1}
                onClick={() => many("hideColumns")}
              >
                {columnWords.hideFound(matching.length)}
              </Button>
            </>
          )}
          <Button look="quiet" onClick={props.onFitAll}>
            {columnWords.fitAll}
          </Button>
        </div>
        <ul ref={list} aria-label={columnWords.title} className={styles.list}>
          {listed.map((column, line) => {
            const { key } = column;
            const place = placeOf(column);
            return (
              <ColumnItem
                key={key}
                column={column}
                isShown={place >= 0}
                isLast={shown.length === 1}
                isFixed={place < groupCount}
                pinned={sideOf(column)}
                canMove={(by) => {
                  const to = place + by;
                  return place >= groupCount && to >= groupCount && to < shown.length;
                }}
                drop={dropAt(line)}
                isDragged={dragged?.line === line}
                onTick={(isTicked) =>
                  onChange({
                    type: isTicked ? "showColumn" : "hideColumn",
                    column: key,
                    columns: keys,
                  })
                }
                onMove={(by) => move(column, by)}
                onGrip={(event) => startDrag(line, event)}
                onChange={onChange}
              />
            );
          })}
        </ul>
        <output className={heard.heard}>
          {moved !== undefined &&
            columnWords.movedTo(moved.label, placeOf(moved) + 1, shown.length)}
        </output>
        <output className={styles.note}>
          {matching.length === 0 && columnWords.noMatch}
          {matching.length > listed.length &&
            columnWords.firstListed(listed.length, matching.length)}
        </output>
      </div>
      <DialogFoot at="ends">
        <span className={styles.note}>{columnWords.shown(shown.length, columns.length)}</span>
        <Button onClick={() => onChange({ type: "resetColumns" })}>{columnWords.showAll}</Button>
      </DialogFoot>
    </Dialog>
  );
}
