/**
 * The field for the key, as password managers know it. The text stays in the field and is read
 * from there once, on submit: React never holds it. A key that can be used but looks wrong is
 * held back once, with the reason; sending the same text again, or "Use it anyway", lets it through.
 */

import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from "react";
import { type ApiKey, type KeyNote, type KeyProblem, readApiKey } from "../../model/apiKey.ts";
import { connectWords } from "../../words/en/connect.ts";
import { Button } from "../controls/Button.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import styles from "./KeyField.module.css";

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
  const [problem, setProblem] = useState<KeyProblem>();
  const [note, setNote] = useState<KeyNote>();

  useImperativeHandle(ref, () => ({
    isEmpty: () => input.current?.value.trim() === "",
    read: () => {
      const reading = readApiKey(input.current?.value ?? "");
      if (!reading.ok) {
        setNote(undefined);
        setProblem(reading.problem);
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
      label={connectWords.key}
      problem={problem === undefined ? noteText(note) : connectWords.keyProblems[problem]}
      hint={isOptional ? connectWords.keyOptional : connectWords.keyHint}
    >
      {(attributes) => (
        <span className={styles.row}>
          <input
            {...attributes}
            ref={input}
            className={fieldStyles.input}
            type={isVisible ? "text" : "password"}
            name="password"
            // A text that is no password goes into the browser's session file, unless it is "off".
            autoComplete={isVisible ? "off" : "current-password"}
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
            {isVisible ? connectWords.hide : connectWords.show}
          </Button>
        </span>
      )}
    </Field>
  );
}

function noteText(note: KeyNote | undefined): ReactNode {
  if (note === undefined) return undefined;
  return (
    <>
      {connectWords.keyNotes[note]}{" "}
      <button type="submit" className={styles.anyway}>
        {connectWords.anyway}
      </button>
    </>
  );
}
