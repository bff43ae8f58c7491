/**
 * What a column's values are taken for, and the currency of its amounts: both found from the report
 * and changeable here. The choice is part of the view; it changes no value, only how values sort,
 * look and are added up.
 */

import { useState } from "react";
import type { ViewAction } from "../../model/changeView.ts";
import { COLUMN_KINDS, type Column, type ColumnKind } from "../../model/column.ts";
import { CURRENCY_CODE, type ViewCurrency, type ViewState } from "../../model/viewState.ts";
import { kindWords } from "../../words/en/kinds.ts";
import { controlWords } from "../../words/en/controls.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import { Select } from "../controls/Select.tsx";
import { currencyText, reasonText } from "../kindText.ts";
import styles from "./KindDialog.module.css";

interface KindDialogProps {
  /** As found, before any choice. */
  readonly found: Column;
  readonly columns: readonly Column[];
  readonly view: ViewState;
  readonly isSettled: boolean;
  readonly onChange: (action: ViewAction) => void;
  readonly onClose: () => void;
}

/** The currency as found, a typed code, or the place of a column. */
type CurrencyChoice = "found" | "code" | number;

export function KindDialog({
  found,
  columns,
  view,
  isSettled,
  onChange,
  onClose,
}: KindDialogProps) {
  const { key } = found;
  const chosen = view.currencies.get(key);
  const [kind, setKind] = useState<ColumnKind>(view.kinds.get(key) ?? found.kind);
  const [choice, setChoice] = useState<CurrencyChoice>(() => choiceOf(chosen, columns));
  const [code, setCode] = useState(chosen?.from === "code" ? chosen.code : "");
  const [isTried, setIsTried] = useState(false);
  const isCodeBad = kind === "money" && choice === "code" && !CURRENCY_CODE.test(code.trim());

  const apply = () => {
    setIsTried(true);
    if (isCodeBad) return;
    onChange({
      type: "setMeaning",
      column: key,
      kind: kind === found.kind ? undefined : kind,
      currency: kind === "money" ? currencyOf(choice, code, columns) : chosen,
    });
    onClose();
  };
  return (
    <Dialog title={kindWords.title} of={found.label} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <div className={styles.body}>
          <p className={styles.note}>
            {kindWords.foundAs(kindWords.names[found.kind], reasonText(found, isSettled))}
          </p>
          <fieldset className={styles.kinds}>
            <legend className={styles.legend}>{kindWords.legend}</legend>
            {COLUMN_KINDS.map((one) => (
              <label key={one} className={styles.kind}>
                <input
                  type="radio"
                  name="kind"
                  value={one}
                  checked={kind === one}
                  aria-describedby={`kind-${one}`}
                  onChange={() => setKind(one)}
                />
                <span className={styles.name}>{kindWords.names[one]}</span>
                <span id={`kind-${one}`} className={styles.note}>
                  {kindWords.meanings[one]}
                </span>
              </label>
            ))}
          </fieldset>
          {kind === "money" && (
            <Field label={kindWords.currency}>
              {(attributes) => (
                <Select
                  {...attributes}
                  value={String(choice)}
                  onChange={({ target }) => setChoice(readChoice(target.value))}
                >
                  <option value="found">
                    {kindWords.asFound(currencyText(found.currency, columns))}
                  </option>
                  <option value="code">{kindWords.oneCode}</option>
                  <optgroup label={kindWords.inColumn}>
                    {columns
                      .filter((column) => column.key !== key && column.kind === "text")
                      .map((column) => (
                        <option key={column.key} value={column.id}>
                          {column.label}
                        </option>
                      ))}
                  </optgroup>
                </Select>
              )}
            </Field>
          )}
          {kind === "money" && choice === "code" && (
            <Field
              label={kindWords.code}
              problem={isTried && isCodeBad ? kindWords.badCode : undefined}
            >
              {(attributes) => (
                <input
                  {...attributes}
                  className={fieldStyles.input}
                  autoComplete="off"
                  spellCheck={false}
                  value={code}
                  onChange={({ target }) => setCode(target.value)}
                />
              )}
            </Field>
          )}
        </div>
        <DialogFoot>
          <Button onClick={onClose}>{controlWords.cancel}</Button>
          <Button look="primary" type="submit">
            {kindWords.apply}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function choiceOf(currency: ViewCurrency | undefined, columns: readonly Column[]): CurrencyChoice {
  if (currency === undefined) return "found";
  if (currency.from === "code") return "code";
  return columns.find((column) => column.key === currency.column)?.id ?? "found";
}

function readChoice(value: string): CurrencyChoice {
  return value === "found" || value === "code" ? value : Number(value);
}

/** Undefined for the one found. */
function currencyOf(
  choice: CurrencyChoice,
  code: string,
  columns: readonly Column[],
): ViewCurrency | undefined {
  if (choice === "found") return undefined;
  if (choice === "code") return { from: "code", code: code.trim() };
  const column = columns[choice];
  return column && { from: "column", column: column.key };
}
