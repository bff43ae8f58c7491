/**
 * Asks for a key and a report. A real form of method "post", so that a password manager knows it
 * and not even a broken script could put the key into an address. What is wrong is said at its
 * field, before anything is sent.
 */

import { type SubmitEvent, useRef, useState } from "react";
import type { ApiKey } from "../../model/apiKey.ts";
import type { ViewState } from "../../model/viewState.ts";
import { connectWords } from "../../words/en/connect.ts";
import { Button } from "../controls/Button.tsx";
import { Field } from "../controls/Field.tsx";
import { NotAReportId } from "../controls/NotAReportId.tsx";
import fieldStyles from "../controls/Field.module.css";
import type { OpenedRoute } from "../../link/route.ts";
import type { ApiReportRoute } from "../location.ts";
import styles from "./ConnectForm.module.css";
import { KeyField, type KeyFieldHandle } from "./KeyField.tsx";
import { readTarget } from "./readTarget.ts";

interface ConnectFormProps {
  /** What the address proposes to open. */
  readonly offered: OpenedRoute;
  /** A key is in memory: the field may stay empty. */
  readonly hasKey: boolean;
  readonly freshView: () => ViewState;
  /** `key` is undefined for the one in memory. */
  readonly onOpen: (key: ApiKey | undefined, target: ApiReportRoute) => void;
}

export function ConnectForm({ offered, hasKey, freshView, onOpen }: ConnectFormProps) {
  const keyField = useRef<KeyFieldHandle>(null);
  const idField = useRef<HTMLInputElement>(null);
  const damagedId = offered.screen === "connect" ? (offered.damaged?.idText ?? "") : "";
  const [isBadId, setBadId] = useState(damagedId !== "");

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const target = readTarget(idField.current?.value ?? "", offered, freshView());
    setBadId(target === undefined);
    const usesHeld = hasKey && keyField.current?.isEmpty() === true;
    const key = usesHeld ? undefined : keyField.current?.read();
    if (key === undefined && !usesHeld) return;
    if (target === undefined) idField.current?.focus();
    else onOpen(key, target);
  }

  return (
    <form
      className={styles.form}
      method="post"
      action="#"
      aria-label={connectWords.form}
      noValidate
      onSubmit={submit}
    >
      {/* Password managers file a password under a name. */}
      <input
        hidden
        readOnly
        type="text"
        name="username"
        autoComplete="username"
        value={connectWords.userName}
      />
      <KeyField ref={keyField} takesFocus={!hasKey} isOptional={hasKey} />
      <Field
        label={connectWords.reportId}
        hint={connectWords.reportHint}
        problem={isBadId ? <NotAReportId /> : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            ref={idField}
            className={fieldStyles.input}
            type="text"
            name="report"
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            defaultValue={offered.screen === "report" ? offered.reportId : damagedId}
            onChange={() => setBadId(false)}
          />
        )}
      </Field>
      <Button look="primary" type="submit" className={styles.open}>
        {connectWords.open}
      </Button>
    </form>
  );
}
