/**
 * What rows are grouped by, from the outermost: each column can be taken out or moved outwards; all
 * groups fold and open at once, and can stand in order of how many rows they have.
 */

import type { ViewAction } from "../../model/changeView.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { ViewGrouping } from "../../model/grouping.ts";
import { groupWords } from "../../words/en/groups.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { Select } from "../controls/Select.tsx";
import { inSentence } from "../inSentence.ts";
import styles from "./GroupBar.module.css";

interface GroupBarProps {
  readonly grouping: ViewGrouping;
  readonly labelOf: (column: ColumnKey) => string;
  /** Rows are missing: counts and subtotals are of those that are here. */
  readonly soFar: boolean;
  readonly onChange: (action: ViewAction) => void;
  /** Keeps the rows of the group the active cell is in; undefined where it is in none's line. */
  readonly onOnly: (() => void) | undefined;
  /** All groups at once, also those that were folded or opened by hand. */
  readonly onOpenAll: (open: boolean) => void;
}

const BY_ROWS = ["ascending", "descending"] as const;

export function GroupBar({ grouping, labelOf, soFar, onChange, onOnly, onOpenAll }: GroupBarProps) {
  const { columns, byRows } = grouping;
  return (
    <section aria-label={groupWords.name} className={styles.bar}>
      <span className={styles.words}>{groupWords.by}</span>
      <ol aria-label={groupWords.by} className={styles.list}>
        {columns.map((column, level) => {
          const label = labelOf(column);
          return (
            <li key={column} className={styles.item}>
              {level > 0 && (
                <button
                  type="button"
                  className={styles.sign}
                  aria-label={groupWords.outwards(label)}
                  title={groupWords.first(inSentence(label))}
                  onClick={() => onChange({ type: "moveGroup", column, by: -1 })}
                >
                  <Icon name="outwards" />
                </button>
              )}
              <span className={styles.label}>{label}</span>
              <button
                type="button"
                className={styles.sign}
                aria-label={groupWords.remove(label)}
                onClick={() => onChange({ type: "removeGroup", column })}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ol>
      {soFar && <span className={styles.words}>{groupWords.soFar}</span>}
      <span className={styles.actions}>
        <Select
          aria-label={groupWords.order}
          value={byRows ?? ""}
          onChange={(event) =>
            onChange({
              type: "setGroupsByRows",
              byRows: BY_ROWS.find((way) => way === event.target.value),
            })
          }
        >
          <option value="">{groupWords.asSorted}</option>
          <option value="descending">{groupWords.mostRows}</option>
          <option value="ascending">{groupWords.fewestRows}</option>
        </Select>
        <Button look="quiet" disabled={onOnly === undefined} onClick={onOnly}>
          {groupWords.onlyThis}
        </Button>
        <Button look="quiet" onClick={() => onOpenAll(false)}>
          {groupWords.foldAll}
        </Button>
        <Button look="quiet" onClick={() => onOpenAll(true)}>
          {groupWords.unfoldAll}
        </Button>
      </span>
    </section>
  );
}
