/** Instead of rows: that there are none, why, and the way back to some. */

import { Button } from "../controls/Button.tsx";
import { counted } from "../../words/figures.ts";
import styles from "./EmptyNote.module.css";

interface EmptyNoteProps {
  readonly filterCount: number;
  readonly search: string;
  /** More rows may still come. */
  readonly soFar: boolean;
  readonly onRemoveLast: () => void;
  readonly onClearSearch: () => void;
  readonly onClearAll: () => void;
}

export function EmptyNote(props: EmptyNoteProps) {
  const { filterCount, search, soFar, onRemoveLast, onClearSearch, onClearAll } = props;
  const cause = causeText(filterCount, search);
  return (
    <div role="alert" className={styles.empty}>
      <p className={styles.words}>
        {cause === undefined
          ? "This report has no rows."
          : `No row fits ${cause}${soFar ? " so far" : ""}.`}
      </p>
      {cause !== undefined && (
        <div className={styles.buttons}>
          {filterCount > 0 && <Button onClick={onRemoveLast}>Remove the last one</Button>}
          {search !== "" && <Button onClick={onClearSearch}>Clear the search</Button>}
          <Button onClick={onClearAll}>Clear all</Button>
        </div>
      )}
    </div>
  );
}

/** "these 3 filters", "this filter and the search". */
function causeText(filterCount: number, search: string): string | undefined {
  const filters = filterCount === 1 ? "this filter" : `these ${counted(filterCount, "filter")}`;
  if (search === "") return filterCount === 0 ? undefined : filters;
  return filterCount === 0 ? `the search for “${search}”` : `${filters} and the search`;
}
