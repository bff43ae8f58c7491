/**
 * How far the file of the view is, and then what became of it: its name, its extent, and each thing
 * that had to be altered, counted. It lies over a corner of the page and blocks nothing.
 */

import { useRef } from "react";
import { Button } from "../controls/Button.tsx";
import { CloseButton } from "../controls/CloseButton.tsx";
import { ProgressBar } from "../controls/ProgressBar.tsx";
import { sizeText } from "../../words/figures.ts";
import { savingWords } from "../../words/en/saving.ts";
import { lowerWords } from "../../words/en/lower.ts";
import { linesWords } from "../../words/en/lines.ts";
import { dialectWords } from "./csvLocales.ts";
import styles from "./ExportPanel.module.css";
import { exportProblem, extentWords } from "./exportWords.ts";
import type { Export, ExportState } from "./useExport.ts";

interface ExportPanelProps {
  readonly making: Export;
  /** Opens the choice of separators. */
  readonly onForm: () => void;
  /** Where the focus goes when the panel it was in is gone. */
  readonly onLeave: () => void;
}

export function ExportPanel({ making, onForm, onLeave }: ExportPanelProps) {
  const { state, start, stop } = making;
  const panel = useRef<HTMLDialogElement>(null);
  if (state === undefined) return null;
  const close = () => {
    if (panel.current?.contains(document.activeElement) === true) onLeave();
    stop();
  };
  return (
    // Not modal: the page stays usable. Escape is a shortcut for the button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      open
      ref={panel}
      aria-label={savingWords.menu}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || state.phase === "writing") return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.head}>
        <code className={styles.name}>{state.name}</code>
        {state.phase !== "writing" && <CloseButton className={styles.close} onClick={close} />}
      </div>
      {/* Counts change too often to be spoken; the end is. */}
      <output className={styles.said} aria-live={state.phase === "writing" ? "off" : "polite"}>
        <Body state={state} />
      </output>
      <div className={styles.buttons}>
        {state.phase === "writing" && <Button onClick={close}>{savingWords.stop}</Button>}
        {state.phase === "failed" && (
          <Button onClick={() => start(state.order)}>{savingWords.tryAgain}</Button>
        )}
        {state.phase === "done" && state.order.format === "csv" && (
          <Button look="quiet" onClick={onForm}>
            {savingWords.otherSeparators}
          </Button>
        )}
      </div>
    </dialog>
  );
}

function Body({ state }: { readonly state: ExportState }) {
  switch (state.phase) {
    case "writing": {
      const { rows, of } = state;
      const text = savingWords.progress(rows, of);
      return (
        <div className={styles.writing}>
          <ProgressBar
            label={savingWords.exporting}
            value={of === 0 ? undefined : rows / of}
            text={text}
          />
          <span>{savingWords.writing(text)}</span>
        </div>
      );
    }
    case "failed":
      return (
        <p role="alert" className={styles.failed}>
          {exportProblem(state.error)}
        </p>
      );
    case "tooWide":
      return (
        <p role="alert" className={styles.failed}>
          {savingWords.tooWide(state.columns)}
        </p>
      );
    case "done":
      return <Result state={state} />;
  }
}

function Result({ state }: { readonly state: Extract<ExportState, { readonly phase: "done" }> }) {
  const { summary, columns, order, soFar, isFilled, form } = state;
  const { format, splitBy } = order;
  const parts = splitBy?.inFiles === true ? savingWords.files : savingWords.sheets;
  const what = [
    extentWords(summary.rows, columns),
    ...(splitBy === undefined && summary.parts < 2 ? [] : [parts(summary.parts)]),
    sizeText(summary.bytes),
  ].join(", ");
  return (
    <div className={styles.result}>
      <p>{soFar ? savingWords.savedSoFar(what) : savingWords.saved(what)}</p>
      {soFar && <p>{savingWords.missing}</p>}
      {format === "csv" && (
        <p>
          {form.isForExcel
            ? savingWords.forExcel(dialectWords(form.dialect))
            : savingWords.plain(dialectWords(form.dialect))}
        </p>
      )}
      {summary.said.length > 0 && (
        <ul className={styles.altered}>
          {summary.said.map((sentence) => (
            <li key={sentence}>{lowerWords.told(sentence)}</li>
          ))}
        </ul>
      )}
      {summary.said.length === Number(summary.groupLinesLeftOut) && (
        <p>{isFilled ? linesWords.everyOther : savingWords.unaltered}</p>
      )}
    </div>
  );
}
