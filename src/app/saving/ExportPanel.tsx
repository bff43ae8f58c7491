/**
 * How far the file of the view is, and then what became of it: its name, its extent, and each thing
 * that had to be altered, counted. It lies over a corner of the page and blocks nothing.
 */

import { useRef } from "react";
import { alterationWords, GROUP_LINES_LEFT_OUT } from "../../model/alterations.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { ProgressBar } from "../controls/ProgressBar.tsx";
import { counted, countText, sizeText } from "../../words/figures.ts";
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
      aria-label="Export view"
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || state.phase === "writing") return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.head}>
        <code className={styles.name}>{state.name}</code>
        {state.phase !== "writing" && (
          <button type="button" className={styles.close} aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {/* Counts change too often to be spoken; the end is. */}
      <output className={styles.said} aria-live={state.phase === "writing" ? "off" : "polite"}>
        <Body state={state} />
      </output>
      <div className={styles.buttons}>
        {state.phase === "writing" && <Button onClick={close}>Stop</Button>}
        {state.phase === "failed" && <Button onClick={() => start(state.order)}>Try again</Button>}
        {state.phase === "done" && state.order.format === "csv" && (
          <Button look="quiet" onClick={onForm}>
            Other separators…
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
      const text = `${countText(rows)} of ${counted(of, "row")}`;
      return (
        <div className={styles.writing}>
          <ProgressBar label="Exporting" value={of === 0 ? undefined : rows / of} text={text} />
          <span>Writing {text}</span>
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
          A sheet has 16,384 columns at most; this view has {countText(state.columns)}. Hide some,
          or take CSV.
        </p>
      );
    case "done":
      return <Result state={state} />;
  }
}

function Result({ state }: { readonly state: Extract<ExportState, { readonly phase: "done" }> }) {
  const { summary, columns, order, soFar, form } = state;
  const { format, splitBy } = order;
  const words = alterationWords(format, summary.altered);
  const parts =
    splitBy === undefined && summary.parts < 2
      ? ""
      : `, ${counted(summary.parts, format === "csv" ? "file" : "sheet")}`;
  return (
    <div className={styles.result}>
      <p>
        Saved{soFar ? " so far" : ""}: {extentWords(summary.rows, columns)}
        {parts}, {sizeText(summary.bytes)}.
      </p>
      {soFar && <p>Rows of the report are missing; the file’s name says so.</p>}
      {format === "csv" && (
        <p>
          {form.isForExcel ? "For Excel: " : "Plain UTF-8: "}
          {dialectWords(form.dialect)}.
        </p>
      )}
      {summary.groupLinesLeftOut && <p>{GROUP_LINES_LEFT_OUT}</p>}
      {words.length === 0 ? (
        <p>Every cell is as in the report.</p>
      ) : (
        <ul className={styles.altered}>
          {words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
