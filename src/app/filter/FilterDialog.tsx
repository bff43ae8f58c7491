/**
 * Makes or changes one filter. The column is fixed where it was asked for, else it is chosen here
 * first. What can't work is said at "Apply"; nothing is applied half.
 */

import { type SubmitEvent, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useLatest } from "../../grid/useLatest.ts";
import type { Column, ColumnKey } from "../../model/column.ts";
import type { Filter } from "../../model/filter.ts";
import type { Query } from "../../model/query.ts";
import { filterWords } from "../../words/en/filter.ts";
import { controlWords } from "../../words/en/controls.ts";
import type { TotalsChoice } from "../../model/totalledColumns.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import { Select } from "../controls/Select.tsx";
import type { ReportData } from "../data/reportSession.ts";
import { useMeasures } from "../data/useMeasures.ts";
import styles from "./FilterDialog.module.css";
import {
  type FilterDraft,
  conditionGroups,
  conditionName,
  draftProblem,
  isProblemOfEnd,
  filterOf,
  isCondition,
  isListed,
  newDraft,
} from "./filterDraft.ts";
import { isRange } from "./chosenBins.ts";
import { RangeSpan } from "./RangeSpan.tsx";
import { ValueList } from "./ValueList.tsx";

/** A draft that is left alone for this long may be it: its rows are made ready meanwhile. */
const REST_MS = 250;

interface FilterDialogProps {
  readonly columns: readonly Column[];
  readonly initial: FilterDraft;
  /** The column can still be chosen. */
  readonly choosesColumn: boolean;
  readonly data: ReportData;
  /** The rows that the other filters leave: what values are counted in. */
  readonly others: Query;
  /** Which amounts a value can have a share of. */
  readonly choice: TotalsChoice;
  /** What may be applied next, once it rests; returns how to stop what was begun for it. */
  readonly onDraft: (filter: Filter<ColumnKey>) => () => void;
  readonly onApply: (filter: Filter<ColumnKey>) => void;
  readonly onClose: () => void;
}

export function FilterDialog(props: FilterDialogProps) {
  const { columns, data, others, onApply, onClose } = props;
  const [draft, setDraft] = useState(props.initial);
  const [problem, setProblem] = useState<string>();
  const column = columns.find((one) => one.key === draft.column);
  const commas = column?.commas;
  const { choices } = useMeasures(data, others, columns, props.choice);
  const begin = useLatest(props.onDraft);
  useEffect(() => {
    if (draftProblem(draft) !== undefined) return undefined;
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = begin.current(filterOf(draft, commas));
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [draft, commas, begin]);

  function change(part: Partial<FilterDraft>) {
    setDraft((old) => ({ ...old, ...part }));
    setProblem(undefined);
  }

  function apply(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const found = draftProblem(draft);
    flushSync(() => setProblem(found));
    if (found === undefined) onApply(filterOf(draft, commas));
    else event.currentTarget.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  return (
    <Dialog title={filterWords.title} of={column?.label ?? draft.column} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={apply}>
        <div className={styles.body}>
          {props.choosesColumn && (
            <Field label={filterWords.column}>
              {(attributes) => (
                <Select
                  {...attributes}
                  value={draft.column}
                  onChange={(event) => {
                    const chosen = columns.find((one) => one.key === event.target.value);
                    if (chosen !== undefined) change(newDraft(chosen));
                  }}
                >
                  {columns.map(({ key, label }) => (
                    <option key={key} value={key}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Field label={filterWords.condition}>
            {(attributes) => (
              <Select
                {...attributes}
                value={draft.condition}
                onChange={(event) => {
                  const condition = event.target.value;
                  if (isCondition(condition)) change({ condition });
                }}
              >
                {conditionGroups(column?.kind ?? "text").map((group) => (
                  <optgroup key={group.label} label={filterWords.groups[group.label]}>
                    {group.conditions.map((condition) => (
                      <option key={condition} value={condition}>
                        {conditionName(condition)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </Select>
            )}
          </Field>
          <ValueFields draft={draft} problem={problem} onChange={change} />
          {isListed(draft.condition) && column !== undefined && (
            <ValueList
              key={column.key}
              data={data}
              query={others}
              column={column}
              measures={choices}
              draft={draft}
              onChange={change}
            />
          )}
          {isRange(draft.condition) && column !== undefined && (
            <RangeSpan
              key={column.key}
              data={data}
              query={others}
              column={column}
              draft={draft}
              onChange={change}
            />
          )}
        </div>
        <DialogFoot>
          <Button onClick={onClose}>{controlWords.cancel}</Button>
          <Button look="primary" type="submit">
            {filterWords.apply}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

interface ValueFieldsProps {
  readonly draft: FilterDraft;
  readonly problem: string | undefined;
  readonly onChange: (part: Partial<FilterDraft>) => void;
}

function ValueFields({ draft, problem, onChange }: ValueFieldsProps) {
  const { condition } = draft;
  if (condition === "blank" || condition === "notblank") return null;
  if (condition === "between") {
    const isOfEnd = problem !== undefined && isProblemOfEnd(draft);
    return (
      <div className={styles.pair}>
        <TextField
          label={filterWords.from}
          value={draft.from}
          problem={isOfEnd ? undefined : problem}
          onChange={(from) => onChange({ from })}
        />
        <TextField
          label={filterWords.to}
          value={draft.to}
          problem={isOfEnd ? problem : undefined}
          onChange={(to) => onChange({ to })}
        />
      </div>
    );
  }
  return (
    <TextField
      label={filterWords.value}
      hint={condition === "matches" ? filterWords.patternHint : undefined}
      value={draft.value}
      problem={problem}
      onChange={(value) => onChange({ value })}
    />
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}

function TextField({ label, hint, value, problem, onChange }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(attributes) => (
        <input
          {...attributes}
          className={fieldStyles.input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
