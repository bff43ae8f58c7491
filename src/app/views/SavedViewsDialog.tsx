/**
 * The named views of this browser: save the present one, apply, rename and delete, and carry them
 * to another browser as a file. They belong to no report, so any of them can be applied to any.
 */

import { type SubmitEvent, useId, useRef, useState } from "react";
import type { ViewState } from "../../model/viewState.ts";
import { shelfWords } from "../../words/en/shelf.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import { useStore } from "../useStore.ts";
import { SavedViewItem } from "./SavedViewItem.tsx";
import { cleanName, MAX_NAME, type SavedView } from "./savedViews.ts";
import styles from "./SavedViewsDialog.module.css";
import { problemWords } from "./shelfText.ts";
import { isRefused, type ViewShelf } from "./viewShelf.ts";
import { saveViewsFile, takeViewsFile } from "./viewsFile.ts";

interface SavedViewsDialogProps {
  readonly shelf: ViewShelf;
  /** The view on screen. */
  readonly view: ViewState;
  readonly onApply: (view: ViewState) => void;
  readonly onClose: () => void;
}

/** What was done last, with a way back after a deletion. */
interface Done {
  readonly words: string;
  readonly deleted?: { readonly view: SavedView; readonly place: number };
}

export function SavedViewsDialog({ shelf, view, onApply, onClose }: SavedViewsDialogProps) {
  const { views, problem } = useStore(shelf);
  const [name, setName] = useState("");
  const [isEmpty, setEmpty] = useState(false);
  const [done, setDone] = useState<Done>();
  const [renamed, setRenamed] = useState<string>();
  const nameField = useRef<HTMLInputElement>(null);
  const fileField = useRef<HTMLInputElement>(null);
  const listId = useId();
  const isTaken = views.some((saved) => saved.name === cleanName(name));

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const clean = cleanName(name);
    setEmpty(clean === "");
    if (clean === "") {
      nameField.current?.focus();
      return;
    }
    shelf.save(clean, view);
    if (!isRefused(shelf.getSnapshot())) {
      setName("");
      setDone({ words: shelfWords.saved(clean) });
    }
  }

  function remove(saved: SavedView) {
    const place = views.indexOf(saved);
    shelf.remove(saved.name);
    if (!isRefused(shelf.getSnapshot())) {
      setDone({ words: shelfWords.deleted(saved.name), deleted: { view: saved, place } });
    }
    nameField.current?.focus();
  }

  function rename(saved: SavedView, newName: string) {
    setRenamed(newName);
    shelf.rename(saved.name, newName);
    if (!isRefused(shelf.getSnapshot())) setDone({ words: shelfWords.renamed(newName) });
  }

  async function takeFile(file: File | undefined) {
    if (file === undefined) return;
    const words = await takeViewsFile(file, shelf);
    setDone({ words });
    // The same file may be chosen again.
    if (fileField.current !== null) fileField.current.value = "";
  }

  return (
    <Dialog title={shelfWords.title} onClose={onClose}>
      <div className={styles.body}>
        <form className={styles.form} method="post" action="#" noValidate onSubmit={save}>
          <Field
            label={shelfWords.name}
            hint={shelfWords.nameHint}
            problem={isEmpty ? shelfWords.needsName : undefined}
          >
            {(attributes) => (
              <input
                {...attributes}
                ref={nameField}
                className={fieldStyles.input}
                type="text"
                autoComplete="off"
                maxLength={MAX_NAME}
                value={name}
                onChange={(event) => {
                  setName(event.target.value);
                  setEmpty(false);
                }}
              />
            )}
          </Field>
          <Button look="primary" type="submit">
            {isTaken ? shelfWords.replace : shelfWords.save}
          </Button>
        </form>
        {problem !== undefined && (
          <p role="alert" className={styles.problem}>
            {problemWords(problem)}
          </p>
        )}
        <div className={styles.done}>
          <output>{done?.words}</output>
          {done?.deleted !== undefined && (
            <Button
              look="quiet"
              onClick={() => {
                if (done.deleted !== undefined)
                  shelf.restore(done.deleted.view, done.deleted.place);
                setDone(undefined);
                nameField.current?.focus();
              }}
            >
              {shelfWords.undo}
            </Button>
          )}
        </div>
        {views.length === 0 ? (
          <p className={styles.none}>{shelfWords.none}</p>
        ) : (
          <ul id={listId} aria-label={shelfWords.title} className={styles.list}>
            {views.map((saved) => (
              <SavedViewItem
                key={saved.name}
                saved={saved}
                takesFocus={saved.name === renamed}
                isTaken={(newName) => views.some((other) => other.name === newName)}
                onApply={() => onApply(saved.view)}
                onRename={(newName) => rename(saved, newName)}
                onDelete={() => remove(saved)}
              />
            ))}
          </ul>
        )}
      </div>
      <DialogFoot at="start">
        <input
          ref={fileField}
          hidden
          type="file"
          accept=".json,application/json"
          aria-label={shelfWords.file}
          onChange={(event) => void takeFile(event.target.files?.[0])}
        />
        <Button onClick={() => fileField.current?.click()}>{shelfWords.import}</Button>
        <Button disabled={views.length === 0} onClick={() => saveViewsFile(views)}>
          {shelfWords.export}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
