/**
 * How CSV files are written: as Excel of a country reads them, or as any other program does. Shows
 * what a line will look like before it is asked for.
 */

import { useState } from "react";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import { Select } from "../controls/Select.tsx";
import { PLAIN_CSV } from "../../model/viewExport.ts";
import { savingWords } from "../../words/en/saving.ts";
import { controlWords } from "../../words/en/controls.ts";
import { csvLocales, dialectWords, excelDialect } from "./csvLocales.ts";
import styles from "./ExportDialog.module.css";
import type { CsvForm } from "./useExport.ts";

interface CsvFormDialogProps {
  readonly form: CsvForm;
  readonly onExport: (form: CsvForm) => void;
  readonly onClose: () => void;
}

export function CsvFormDialog({ form, onExport, onClose }: CsvFormDialogProps) {
  const words = savingWords.form;
  const [isForExcel, setIsForExcel] = useState(form.isForExcel);
  const [locale, setLocale] = useState(form.locale);
  const dialect = isForExcel ? excelDialect(locale) : PLAIN_CSV;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onExport({ locale, isForExcel, dialect });
        }}
      >
        <div className={styles.body}>
          <fieldset className={styles.choices}>
            <legend className={styles.legend}>{words.legend}</legend>
            <label className={styles.choice}>
              <input
                type="radio"
                name="program"
                checked={isForExcel}
                onChange={() => setIsForExcel(true)}
              />
              {words.forExcel}
            </label>
            <div className={styles.under}>
              <Select
                aria-label={words.country}
                disabled={!isForExcel}
                value={locale}
                onChange={({ target }) => setLocale(target.value)}
              >
                {csvLocales(form.locale).map(({ tag, name }) => (
                  <option key={tag} value={tag}>
                    {name}
                  </option>
                ))}
              </Select>
            </div>
            <label className={styles.choice}>
              <input
                type="radio"
                name="program"
                checked={!isForExcel}
                onChange={() => setIsForExcel(false)}
              />
              {words.plain}
            </label>
          </fieldset>
          <p className={styles.note}>
            {dialectWords(dialect)}:{" "}
            <code className={styles.example}>
              {["Acme", `1234${dialect.decimal}50`, "2026-10-05"].join(dialect.separator)}
            </code>
          </p>
          <p className={styles.note}>{words.warning}</p>
        </div>
        <DialogFoot>
          <Button onClick={onClose}>{controlWords.cancel}</Button>
          <Button look="primary" type="submit">
            {words.export}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
