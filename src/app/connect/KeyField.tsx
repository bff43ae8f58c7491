/**
 * The field for the key, as password managers know it. The text stays in the field and is read
 * from there once, on submit: React never holds it. A key that can be used but looks wrong is
 * held back once, with the reason; sending the same text again, or "Use it anyway", lets it through.
 */

import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from "react";
import { type ApiKey, type KeyNote, readApiKey } from "../../model/apiKey.ts";
import { Button } from "../controls/Button.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import styles from "./KeyField.module.css";
import { keyNoteText, keyProblemText } from "./keyWords.ts";

export interface KeyFieldHandle {
  /** The key, or undefined when the field now says what is wrong and has the focus. */
  read(): ApiKey | undefined;
  isEmpty(): boolean;
}

interface KeyFieldProps {
  readonly ref: Ref<KeyFieldHandle>;
  readonly takesFocus?: boolean;
  /** There is a key already, so that the field may stay empty. */
  readonly isOptional?: boolean;
}

export function KeyField({ ref, takesFocus = false, isOptional = false }: KeyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isVisible, setVisible] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [note, setNote] = useState<KeyNote>();

  useImperativeHandle(ref, () => ({
    isEmpty: () => input.current?.value.trim() === "",
    read: () => {
      const reading = readApiKey(input.current?.value ?? "");
      if (!reading.ok) {
        setNote(undefined);
        setProblem(keyProblemText(reading.problem));
        input.current?.focus();
        return undefined;
      }
      const unread = reading.notes.find((one) => one !== note);
      setProblem(undefined);
      setNote(unread ?? note);
      if (unread !== undefined) input.current?.focus();
      return unread === undefined ? reading.key : undefined;
    },
  }));

  return (
    <Field
      label="API key"
      problem={problem ?? noteText(note)}
      hint={isOptional ? OPTIONAL_HINT : KEY_HINT}
    >
      {(attributes) => (
        <span className={styles.row}>
          <input
            {...attributes}
            ref={input}
            className={fieldStyles.input}
            type={isVisible ? "text" : "password"}
            name="password"
            autoComplete="current-password"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            // The person came here to enter a key; on the way back nothing else is asked.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={takesFocus}
            onChange={() => {
              setProblem(undefined);
              setNote(undefined);
            }}
          />
          <Button
            look="quiet"
            className={styles.show}
            aria-pressed={isVisible}
            onClick={() => setVisible(!isVisible)}
          >
            {isVisible ? "Hide" : "Show"}
          </Button>
        </span>
      )}
    </Field>
  );
}

const KEY_HINT =
  "In Gcore’s Admin Portal, under Profile. A key of the Customer Portal can’t read reports.";

const OPTIONAL_HINT = "Leave it empty to use the key that is in memory.";

function noteText(note: KeyNote | undefined): ReactNode {
  if (note === undefined) return undefined;
  return (
    <>
      {keyNoteText(note)}{" "}
      <button type="submit" className={styles.anyway}>
        Use it anyway
      </button>
    </>
  );
}
