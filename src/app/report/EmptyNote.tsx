/** Instead of rows: that there are none, why, and the way back to some. */

import { noticeWords } from "../../words/en/notices.ts";
import { Button } from "../controls/Button.tsx";
import { inSentence } from "../inSentence.ts";
import { shortText } from "../shortText.ts";
import { StageNote } from "./StageNote.tsx";

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
  if (cause === undefined) return <StageNote words={noticeWords.empty} />;
  return (
    <StageNote words={noticeWords.noRowFits(cause, !soFar)}>
      {filterCount > 0 && <Button onClick={onRemoveLast}>{noticeWords.removeLast}</Button>}
      {search !== "" && <Button onClick={onClearSearch}>{noticeWords.clearSearch}</Button>}
      <Button onClick={onClearAll}>{noticeWords.clearAll}</Button>
    </StageNote>
  );
}

/** "these 3 filters", "this filter and the search". */
function causeText(filterCount: number, search: string): string | undefined {
  const filters = noticeWords.filters(filterCount);
  if (search === "") return filterCount === 0 ? undefined : filters;
  return filterCount === 0
    ? noticeWords.search(inSentence(shortText(search)))
    : noticeWords.filtersAndSearch(filters);
}
