/** One saved view: its name, what it is in words, and what can be done with it. */

import { type SubmitEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { shelfWords } from "../../words/en/shelf.ts";
import { controlWords } from "../../words/en/controls.ts";
import { Button } from "../controls/Button.tsx";
import fieldStyles from "../controls/Field.module.css";
import { viewText } from "../viewText.ts";
import { cleanName, MAX_NAME, type SavedView } from "./savedViews.ts";
import styles from "./SavedViewsDialog.module.css";

interface SavedViewItemProps {
  readonly saved: SavedView;
  /** It was renamed a moment ago: the focus, lost with the old name, comes back to its button. */
  readonly takesFocus: boolean;
  readonly isTaken: (name: string) => boolean;
  readonly onApply: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

export function SavedViewItem(props: SavedViewItemProps) {
  const { saved, takesFocus, isTaken, onApply, onRename, onDelete } = props;
  const [renamed, setRenamed] = useState<string>();
  const [problem, setProblem] = useState<"needsName" | "nameTaken">();
  const problemId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const { name, view } = saved;

  useLayoutEffect(() => {
    if (takesFocus) opener.current?.focus();
  }, [takesFocus]);

  function rename(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const clean = cleanName(renamed ?? "");
    if (clean === "") setProblem("needsName");
    else if (clean !== name && isTaken(clean)) setProblem("nameTaken");
    else if (clean === name) stop();
    else onRename(clean);
  }

  function stop() {
    flushSync(() => {
      setRenamed(undefined);
      setProblem(undefined);
    });
    opener.current?.focus();
  }

  if (renamed !== undefined) {
    return (
      <li className={styles.item}>
        <form className={styles.rename} method="post" action="#" noValidate onSubmit={rename}>
          <input
            // The person just asked to type here.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            className={fieldStyles.input}
            aria-label={shelfWords.newName(name)}
            aria-invalid={problem === undefined ? undefined : true}
            aria-describedby={problem === undefined ? undefined : problemId}
            autoComplete="off"
            maxLength={MAX_NAME}
            value={renamed}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setRenamed(event.target.value);
              setProblem(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              // Leaves the field, not the dialog.
              event.preventDefault();
              stop();
            }}
          />
          <Button type="submit">{shelfWords.rename}</Button>
          <Button look="quiet" onClick={stop}>
            {controlWords.cancel}
          </Button>
          {problem !== undefined && (
            <p id={problemId} role="alert" className={styles.wrong}>
              {shelfWords[problem]}
            </p>
          )}
        </form>
      </li>
    );
  }
  const words = viewText(view).trim();
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <b className={styles.name}>{name}</b>
        <span className={styles.words}>{words === "" ? shelfWords.asOpened : words}</span>
      </div>
      <Button aria-label={shelfWords.applyNamed(name)} onClick={onApply}>
        {shelfWords.apply}
      </Button>
      <Button
        ref={opener}
        look="quiet"
        aria-label={shelfWords.renameNamed(name)}
        onClick={() => setRenamed(name)}
      >
        {shelfWords.rename}
      </Button>
      <Button look="quiet" aria-label={shelfWords.deleteNamed(name)} onClick={onDelete}>
        {shelfWords.delete}
      </Button>
    </li>
  );
}
