/** Which columns are shown: all of the report's columns to tick, found by typing, and the way back. */

import { useState } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import type { Column } from "../../model/column.ts";
import type { ColumnId } from "../../model/positions.ts";
import { columnWords } from "../../words/en/columns.ts";
import { kindWords } from "../../words/en/kinds.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import fieldStyles from "../controls/Field.module.css";
import styles from "./ColumnsDialog.module.css";

interface ColumnsDialogProps {
  readonly columns: readonly Column[];
  readonly shown: readonly ColumnId[];
  readonly onChange: (action: ViewAction) => void;
  readonly onClose: () => void;
}

/** A report of 2,000 columns is narrowed by typing. */
const DRAWN = 300;

export function ColumnsDialog({ columns, shown, onChange, onClose }: ColumnsDialogProps) {
  const [needle, setNeedle] = useState("");
  const isShown = new Set(shown);
  const keys = columns.map((column) => column.key);
  const matching = columns.filter(({ label }) =>
    label.toLowerCase().includes(needle.trim().toLowerCase()),
  );
  const listed = matching.slice(0, DRAWN);
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
        <ul aria-label={columnWords.title} className={styles.list}>
          {listed.map(({ id, key, label, kind }) => (
            <li key={key}>
              <label className={styles.column}>
                <input
                  type="checkbox"
                  checked={isShown.has(id)}
                  // The last one stays: a table without columns shows nothing.
                  disabled={shown.length === 1 && isShown.has(id)}
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
            </li>
          ))}
        </ul>
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
