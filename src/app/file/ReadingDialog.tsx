/** How the file is read, to be changed: it is then read anew from its first byte. */

import { useState } from "react";
import {
  ENCODINGS,
  type FileReading,
  type FileSettings,
  RECOGNISED,
  SEPARATORS,
} from "../../model/fileSource.ts";
import { fileWords } from "../../words/en/file.ts";
import { controlWords } from "../../words/en/controls.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import { Select } from "../controls/Select.tsx";
import styles from "./ReadingDialog.module.css";
import {
  draftOf,
  encodingOf,
  type ReadingDraft,
  readLine,
  separatorOf,
  settingsOf,
} from "./readingDraft.ts";
import { ENCODING_NAMES } from "./readingText.ts";

interface ReadingDialogProps {
  readonly settings: FileSettings;
  readonly reading: FileReading | undefined;
  readonly onChange: (settings: FileSettings) => void;
  readonly onClose: () => void;
}

export function ReadingDialog({ settings, reading, onChange, onClose }: ReadingDialogProps) {
  const [before] = useState(() => draftOf(settings, reading));
  const [draft, setDraft] = useState(before);
  const [isTried, setTried] = useState(false);
  const isBadLine = readLine(draft.headerLine) === undefined;
  const set = (part: Partial<ReadingDraft>) => setDraft({ ...draft, ...part });
  const finish = (next: FileSettings | undefined) => {
    setTried(true);
    if (next === undefined) return;
    onChange(next);
    onClose();
  };
  const format = reading?.format ?? "csv";
  return (
    <Dialog title={fileWords.title} onClose={onClose}>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          finish(settingsOf(settings, before, draft));
        }}
      >
        <div className={styles.body}>
          {format !== "xlsx" && (
            <Field label={fileWords.encoding} hint={fileWords.encodingHint}>
              {(attributes) => (
                <Select
                  {...attributes}
                  value={draft.encoding}
                  onChange={({ target }) => set({ encoding: encodingOf(target.value) })}
                >
                  {ENCODINGS.map((one) => (
                    <option key={one} value={one}>
                      {ENCODING_NAMES[one]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          {format === "csv" && (
            <Field label={fileWords.separator}>
              {(attributes) => (
                <Select
                  {...attributes}
                  value={draft.separator}
                  onChange={({ target }) => set({ separator: separatorOf(target.value) })}
                >
                  {SEPARATORS.map((one) => (
                    <option key={one} value={one}>
                      {fileWords.separators[one]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          {format === "csv" && (
            <Field label={fileWords.decimal} hint={fileWords.decimalHint}>
              {(attributes) => (
                <Select
                  {...attributes}
                  value={draft.decimal}
                  onChange={({ target }) =>
                    set({ decimal: target.value === "comma" ? "comma" : "point" })
                  }
                >
                  <option value="point">{fileWords.decimals.point}</option>
                  <option value="comma">{fileWords.decimals.comma}</option>
                </Select>
              )}
            </Field>
          )}
          {reading?.format === "xlsx" && (
            <Field label={fileWords.sheet}>
              {(attributes) => (
                <Select
                  {...attributes}
                  value={draft.sheet}
                  onChange={({ target }) => set({ sheet: target.value })}
                >
                  {reading.sheets.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          {format !== "json" && (
            <Field
              label={fileWords.headerLine}
              hint={fileWords.headerHint}
              problem={isTried && isBadLine ? fileWords.badLine : undefined}
            >
              {(attributes) => (
                <input
                  {...attributes}
                  className={fieldStyles.input}
                  inputMode="numeric"
                  autoComplete="off"
                  value={draft.headerLine}
                  onChange={({ target }) => set({ headerLine: target.value })}
                />
              )}
            </Field>
          )}
        </div>
        <DialogFoot>
          <Button look="quiet" className={styles.reset} onClick={() => finish(RECOGNISED)}>
            {fileWords.reset}
          </Button>
          <Button onClick={onClose}>{controlWords.cancel}</Button>
          <Button look="primary" type="submit">
            {fileWords.readAgain}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
