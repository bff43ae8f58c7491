/** The view on screen for another report: asks which, by its id or any text that contains it. */

import { type SubmitEvent, useRef, useState } from "react";
import { findReportId, type ReportId } from "../../model/reportId.ts";
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
    <Dialog title="Apply this view to another report" onClose={onClose}>
      <div className={styles.body}>
        <form className={styles.form} method="post" action="#" noValidate onSubmit={submit}>
          <Field
            label="Report ID"
            hint="Columns, order, filters and search stay as they are. What doesn’t fit the other report is named there."
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
            Open with this view
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
