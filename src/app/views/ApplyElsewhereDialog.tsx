/** The view on screen for another report: asks which, by its id or any text that contains it. */

import { type SubmitEvent, useRef, useState } from "react";
import { findReportId, type ReportId } from "../../model/reportId.ts";
import { shelfWords } from "../../words/en/shelf.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { Field } from "../controls/Field.tsx";
import { NotAReportId } from "../controls/NotAReportId.tsx";
import fieldStyles from "../controls/Field.module.css";
import styles from "./SavedViewsDialog.module.css";

interface ApplyElsewhereDialogProps {
  readonly onOpen: (reportId: ReportId) => void;
  readonly onClose: () => void;
}

export function ApplyElsewhereDialog({ onOpen, onClose }: ApplyElsewhereDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isBad, setBad] = useState(false);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const reportId = findReportId(field.current?.value ?? "");
    setBad(reportId === undefined);
    if (reportId === undefined) field.current?.focus();
    else onOpen(reportId);
  }

  return (
    <Dialog title={shelfWords.applyElsewhere} onClose={onClose}>
      <div className={styles.body}>
        <form className={styles.form} method="post" action="#" noValidate onSubmit={submit}>
          <Field
            label={shelfWords.reportId}
            hint={shelfWords.elsewhereHint}
            problem={isBad ? <NotAReportId /> : undefined}
          >
            {(attributes) => (
              <input
                {...attributes}
                ref={field}
                className={fieldStyles.input}
                type="text"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                onChange={() => setBad(false)}
              />
            )}
          </Field>
          <Button look="primary" type="submit">
            {shelfWords.openWithView}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
