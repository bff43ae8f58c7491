/**
 * What rows are grouped by, from the outermost: each column can be taken out or moved outwards; all
 * groups fold and open at once, and can stand in order of how many rows they have.
 */

import type { ViewAction } from "../../model/changeView.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { ViewGrouping } from "../../model/grouping.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { Select } from "../controls/Select.tsx";
import styles from "./GroupBar.module.css";

interface GroupBarProps {
  readonly grouping: ViewGrouping;
  readonly labelOf: (column: ColumnKey) => string;
  /** Rows are missing: counts and subtotals are of those that are here. */
  readonly soFar: boolean;
  readonly onChange: (action: ViewAction) => void;
  /** All groups at once, also those that were folded or opened by hand. */
  readonly onOpenAll: (open: boolean) => void;
}

const BY_ROWS = ["ascending", "descending"] as const;

export function GroupBar({ grouping, labelOf, soFar, onChange, onOpenAll }: GroupBarProps) {
  const { columns, byRows } = grouping;
  return (
    <section aria-label="Groups" className={styles.bar}>
      <span className={styles.words}>Grouped by</span>
      <ol aria-label="Grouped by" className={styles.list}>
        {columns.map((column, level) => {
          const label = labelOf(column);
          return (
            <li key={column} className={styles.item}>
              {level > 0 && (
                <button
                  type="button"
                  className={styles.sign}
                  aria-label={`Move outwards: ${label}`}
                  title={`Group by ${label} first`}
                  onClick={() => onChange({ type: "moveGroup", column, by: -1 })}
                >
                  <Icon name="outwards" />
                </button>
              )}
              <span className={styles.label}>{label}</span>
              <button
                type="button"
                className={styles.sign}
                aria-label={`Do not group by ${label}`}
                onClick={() => onChange({ type: "removeGroup", column })}
              >
                <Icon name="close" />
              </button>
            </li>
          );
        })}
      </ol>
      {soFar && <span className={styles.words}>counts and subtotals so far</span>}
      <span className={styles.actions}>
        <Select
          aria-label="Order of groups"
          value={byRows ?? ""}
          onChange={(event) =>
            onChange({
              type: "setGroupsByRows",
              byRows: BY_ROWS.find((way) => way === event.target.value),
            })
          }
        >
          <option value="">As sorted</option>
          <option value="descending">Most rows first</option>
          <option value="ascending">Fewest rows first</option>
        </Select>
        <Button look="quiet" onClick={() => onOpenAll(false)}>
          Fold all
        </Button>
        <Button look="quiet" onClick={() => onOpenAll(true)}>
          Unfold all
        </Button>
      </span>
    </section>
  );
}
