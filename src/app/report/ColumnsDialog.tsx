/**
 * Which columns are shown, and in which order: all of the report's columns to tick and to move, found by
 * typing, many at once; and the way back.
 */

import { useId, useLayoutEffect, useRef, useState } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import type { Column } from "../../model/column.ts";
import type { ColumnId } from "../../model/positions.ts";
import { columnWords } from "../../words/en/columns.ts";
import { kindWords } from "../../words/en/kinds.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import fieldStyles from "../controls/Field.module.css";
import { Icon } from "../controls/Icon.tsx";
import { columnList } from "./columnList.ts";
import heard from "../controls/heard.module.css";
import styles from "./ColumnsDialog.module.css";

interface ColumnsDialogProps {
  readonly columns: readonly Column[];
  readonly shown: readonly ColumnId[];
  /** The first of `shown` that rows are grouped by: they stand first. */
  readonly groupCount: number;
  readonly onChange: (action: ViewAction) => void;
  readonly onFitAll: () => void;
  readonly onMove: (column: Column, by: -1 | 1) => void;
  readonly onClose: () => void;
}

/** A report of 2,000 columns is narrowed by typing; each key draws these again. */
const DRAWN = 100;

export function ColumnsDialog(props: ColumnsDialogProps) {
  const { columns, shown, groupCount, onChange, onClose } = props;
  const [needle, setNeedle] = useState("");
  const id = useId();
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

  // A button that moved with its column keeps the focus.
  const [moved, setMoved] = useState<Column>();
  const focused = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (focused.current !== undefined) document.getElementById(focused.current)?.focus();
    focused.current = undefined;
  });
  const move = (column: Column, by: -1 | 1, button: string) => {
    focused.current = button;
    setMoved(column);
    props.onMove(column, by);
  };
  const placeOf = (column: Column) => shown.indexOf(column.id);

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
        <ul aria-label={columnWords.title} className={styles.list}>
          {listed.map((column) => {
            const { key, label, kind } = column;
            const place = placeOf(column);
            return (
              <li key={key} className={styles.item}>
                <label className={styles.column}>
                  <input
                    type="checkbox"
                    checked={place >= 0}
                    // The last one stays: a table without columns shows nothing.
                    disabled={shown.length === 1 && place >= 0}
                    onChange={(event) =>
                      onChange({
                        type: event.target.checked ? "showColumn" : "hideColumn",
                        column: key,
                        columns: keys,
                      })
                    }
                  />
                  <span className={styles.label}>{label}</span>
                  <span className={styles.kind}>{kindWords.names[kind]}</span>
                </label>
                {([-1, 1] as const).map((by) => {
                  const to = place + by;
                  const canMove = place >= groupCount && to >= groupCount && to < shown.length;
                  const button = `${id}-${column.id}-${by}`;
                  return (
                    <button
                      key={by}
                      id={button}
                      type="button"
                      className={styles.move}
                      aria-label={by < 0 ? columnWords.moveUp(label) : columnWords.moveDown(label)}
                      // Stays focusable: at the end of its way the focus is not lost.
                      aria-disabled={!canMove}
                      onClick={() => canMove && move(column, by, button)}
                    >
                      <Icon name={by < 0 ? "up" : "down"} />
                    </button>
                  );
                })}
              </li>
            );
          })}
        </ul>
        <output className={heard.heard}>
          {moved !== undefined &&
            columnWords.movedTo(moved.label, placeOf(moved) + 1, shown.length)}
        </output>
        {matching.length === 0 && <p className={styles.note}>{columnWords.noMatch}</p>}
        {matching.length > listed.length && (
          <p className={styles.note}>{columnWords.firstListed(listed.length, matching.length)}</p>
        )}
      </div>
      <DialogFoot at="ends">
        <span className={styles.note}>{columnWords.shown(shown.length, columns.length)}</span>
        <Button onClick={() => onChange({ type: "resetColumns" })}>{columnWords.showAll}</Button>
      </DialogFoot>
    </Dialog>
  );
}
