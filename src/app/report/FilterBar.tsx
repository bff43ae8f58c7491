/** Under the header: the search, the filters as sentences, and which columns are shown. */

import type { ReactNode } from "react";
import type { ColumnKey } from "../../model/column.ts";
import type { Filter } from "../../model/filter.ts";
import { filterWords } from "../../words/en/filter.ts";
import { columnWords } from "../../words/en/columns.ts";
import { reportWords } from "../../words/en/report.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { filterPieces } from "../filterText.ts";
import { pictureWords } from "../../words/en/picture.ts";
import { inSentence } from "../inSentence.ts";
import { shortText } from "../shortText.ts";
import styles from "./FilterBar.module.css";

interface FilterBarProps {
  readonly search: ReactNode;
  readonly filters: readonly Filter<ColumnKey>[];
  readonly labelOf: (column: ColumnKey) => string;
  /** Columns not on screen. */
  readonly hiddenCount: number;
  /** Columns are known, so that one can be filtered. */
  readonly isReady: boolean;
  readonly onAdd: () => void;
  readonly onEdit: (index: number) => void;
  readonly onRemove: (index: number) => void;
  readonly onColumns: () => void;
  readonly onViews: () => void;
  readonly hasPicture: boolean;
  readonly onPicture: () => void;
}

export function FilterBar(props: FilterBarProps) {
  const { search, filters, labelOf, hiddenCount, isReady } = props;
  return (
    <div className={styles.bar}>
      {search}
      <div className={styles.filters}>
        {filters.length > 0 && (
          <ul aria-label={filterWords.list} className={styles.list}>
            {filters.map((filter, index) => (
              <FilterChip
                // Two filters can be alike; their place is what tells them apart.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                filter={filter}
                labelOf={labelOf}
                onEdit={() => props.onEdit(index)}
                onRemove={() => props.onRemove(index)}
              />
            ))}
          </ul>
        )}
        <Button look="quiet" disabled={!isReady} onClick={props.onAdd}>
          <Icon name="plus" /> {filterWords.add}
        </Button>
      </div>
      <Button
        look="quiet"
        data-picture
        disabled={!isReady}
        aria-pressed={props.hasPicture}
        className={styles.columns}
        onClick={props.onPicture}
      >
        <Icon name="picture" /> <span className={styles.word}>{pictureWords.title}</span>
      </Button>
      <Button look="quiet" className={styles.columns} onClick={props.onViews}>
        <Icon name="show" /> <span className={styles.word}>{reportWords.views}</span>
      </Button>
      <Button look="quiet" disabled={!isReady} className={styles.columns} onClick={props.onColumns}>
        <Icon name="columns" /> <span className={styles.word}>{columnWords.title}</span>
        {hiddenCount > 0 && (
          <>
            <span className={styles.hidden}>{columnWords.hidden(hiddenCount)}</span>
            <span aria-hidden="true" className={styles.count}>
              −{hiddenCount}
            </span>
          </>
        )}
      </Button>
    </div>
  );
}

interface FilterChipProps {
  readonly filter: Filter<ColumnKey>;
  readonly labelOf: (column: ColumnKey) => string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function FilterChip({ filter, labelOf, onEdit, onRemove }: FilterChipProps) {
  const pieces = filterPieces(filter, labelOf).map((piece) => ({
    ...piece,
    text: shortText(piece.text),
  }));
  const words = pieces.map((piece) => piece.text).join("");
  return (
    <li className={styles.chip}>
      <button
        type="button"
        className={styles.words}
        aria-label={filterWords.edit(words)}
        title={pieces.map(({ text, foreign }) => (foreign ? inSentence(text) : text)).join("")}
        onClick={onEdit}
      >
        {pieces.map(({ text, strong, foreign }, i) => {
          const Element = strong ? "b" : foreign ? "bdi" : "span";
          return (
            // The pieces of one sentence never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <Element key={i} dir={foreign ? "auto" : undefined}>
              {text}
            </Element>
          );
        })}
      </button>
      <button
        type="button"
        className={styles.remove}
        aria-label={filterWords.remove(words)}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
