/**
 * Find in the grid: a text, how many cells have it, and the way from one to the next. The text is
 * in no link and filters nothing. What is asked of the worker is stopped by what is asked next.
 */

import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import type { GridColumn, GridPlace } from "../../grid/gridProps.ts";
import { useLate } from "../../grid/useLate.ts";
import { writtenText } from "../../model/cell.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { SearchInput } from "../controls/SearchInput.tsx";
import { findWords } from "../../words/en/find.ts";
import { cellAt, whereText } from "../report/activeCell.ts";
import type { Report } from "../report/useReport.ts";
import heard from "../controls/heard.module.css";
import styles from "./FindBar.module.css";
import { foundText } from "./foundText.ts";
import { useMatches } from "./useMatches.ts";

export interface FindBarProps {
  readonly ref: Ref<FindBarHandle>;
  readonly report: Report;
  /** As they stand on screen. */
  readonly columns: readonly GridColumn[];
  readonly place: GridPlace | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onGo: (place: GridPlace) => void;
  readonly onClose: () => void;
}

export interface FindBarHandle {
  /** To the field; false when the focus is there already. */
  focus(): boolean;
  step(way: "next" | "previous"): void;
}

export function FindBar(props: FindBarProps) {
  const { ref, report, columns, place, text, onText, onGo, onClose } = props;
  const field = useRef<HTMLInputElement>(null);
  const { found, isLooking, failed, step } = useMatches({ report, columns, place, text, onGo });
  const isLate = useLate(isLooking);

  const focus = () => {
    if (field.current === document.activeElement) return false;
    field.current?.focus();
    field.current?.select();
    return true;
  };
  useImperativeHandle(ref, () => ({ focus, step }));
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && event.target === field.current) {
      step(event.shiftKey ? "previous" : "next");
    } else return;
    event.preventDefault();
  };

  const { hit } = found ?? {};
  const isAt = hit !== undefined && place?.row === hit.row && place.column === hit.column;
  const status = failed
    ? findWords.failed
    : found !== undefined && !isLate
      ? foundText(found, isAt, report.soFar)
      : isLate
        ? findWords.looking
        : "";
  const cell = isAt ? cellAt(report.shown.rows, hit) : undefined;
  return (
    // Not every browser we serve knows the search element. Escape leaves the bar from all of it.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions
    <div role="search" aria-label={findWords.bar} className={styles.bar} onKeyDown={onKeyDown}>
      <SearchInput
        ref={field}
        label={findWords.field}
        className={styles.field}
        enterKeyHint="search"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <output aria-label={findWords.status} className={styles.status} aria-busy={isLooking}>
        {text === "" ? "" : status}
      </output>
      {/* The focus stays in the field: a reader hears where the match is, and the cell. */}
      <output aria-label={findWords.place} className={heard.heard}>
        {cell !== undefined &&
          `${whereText(report.shown.rows, report.columns, hit) ?? ""}: ${writtenText(cell)}`}
      </output>
      <Button
        look="quiet"
        className={styles.button}
        aria-label={findWords.previous}
        title={`${findWords.previous} (Shift+F3)`}
        onClick={() => step("previous")}
      >
        <Icon name="up" />
      </Button>
      <Button
        look="quiet"
        className={styles.button}
        aria-label={findWords.next}
        title={`${findWords.next} (F3)`}
        onClick={() => step("next")}
      >
        <Icon name="down" />
      </Button>
      <Button
        look="quiet"
        className={styles.button}
        aria-label={findWords.close}
        title={`${findWords.close} (Escape)`}
        onClick={onClose}
      >
        <Icon name="close" />
      </Button>
    </div>
  );
}
