/** Another key for the report that is open, without leaving it: rows and view stay. */

import { type SubmitEvent, useRef } from "react";
import type { ApiKey } from "../../model/apiKey.ts";
import { reportWords } from "../../words/en/report.ts";
import { controlWords } from "../../words/en/controls.ts";
import { KeyField, type KeyFieldHandle } from "../connect/KeyField.tsx";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import styles from "./ShareDialog.module.css";

interface ChangeKeyDialogProps {
  readonly onChange: (key: ApiKey) => void;
  readonly onClose: () => void;
}

export function ChangeKeyDialog({ onChange, onClose }: ChangeKeyDialogProps) {
  const field = useRef<KeyFieldHandle>(null);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const key = field.current?.read();
    if (key !== undefined) onChange(key);
  }

  return (
    <Dialog title={reportWords.changeKey} onClose={onClose}>
      <form className={styles.body} method="post" action="#" noValidate onSubmit={submit}>
        <KeyField ref={field} takesFocus />
        <div className={styles.copy}>
          <Button look="primary" type="submit">
            {reportWords.takeKey}
          </Button>
          <Button onClick={onClose}>{controlWords.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
