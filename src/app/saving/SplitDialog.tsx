/**
 * One file per client: which column holds the clients (or whatever each part shall be about), and
 * whether the parts are sheets of a workbook or files of an archive. Says how many there will be.
 */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Column } from "../../model/column.ts";
import type { ColumnId } from "../../model/positions.ts";
import { queryText } from "../../model/query.ts";
import { MAX_FILES, MAX_SHEETS } from "../../model/viewExport.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { DialogFoot } from "../controls/DialogFoot.tsx";
import { Field } from "../controls/Field.tsx";
import { Select } from "../controls/Select.tsx";
import { useEngine } from "../data/engineContext.ts";
import { FillOffer } from "../lines/FillOffer.tsx";
import { savingWords } from "../../words/en/saving.ts";
import { controlWords } from "../../words/en/controls.ts";
import { valueWords } from "../../words/en/values.ts";
import type { Report } from "../report/useReport.ts";
import styles from "./ExportDialog.module.css";
import type { ExportOrder } from "./useExport.ts";

interface SplitDialogProps {
  readonly report: Report;
  /** The column of the active cell. */
  readonly active: ColumnId | undefined;
  readonly onExport: (order: ExportOrder) => void;
  readonly onClose: () => void;
}

/** How many values there are, and none of them. */
const COUNT = { measure: undefined, search: "", start: 0, end: 0, chosen: [] };

/** What the parts are; a workbook has its own cost, however few rows it holds. */
const WAYS = [
  { name: "workbook", format: "xlsx", inFiles: false, most: MAX_SHEETS },
  { name: "workbooks", format: "xlsx", inFiles: true, most: MAX_SHEETS },
  { name: "archive", format: "csv", inFiles: true, most: MAX_FILES },
] as const;
type Way = (typeof WAYS)[number];

export function SplitDialog({ report, active, onExport, onClose }: SplitDialogProps) {
  const { columns, open, plan, shown } = report;
  const words = savingWords.split;
  const [id, setId] = useState(() => likelyColumn(columns, active)?.id);
  const [way, setWay] = useState<Way>(WAYS[0]);
  const engine = useEngine();
  const dataset = open?.data?.dataset;
  const column = columns.find((one) => one.id === id);
  const counting = useQuery({
    queryKey: ["parts", dataset, queryText(plan.query), shown.tableRows, column?.id],
    queryFn: async ({ signal }) => {
      if (dataset === undefined || column === undefined) return 0;
      return (await engine.values(dataset, plan.query, column.id, COUNT, signal)).distinct;
    },
  });
  const count = counting.data;
  const { format, inFiles, most } = way;
  const isTooMany = count !== undefined && count > most;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (column === undefined || isTooMany) return;
          onExport({ format, splitBy: { id: column.id, label: column.label, inFiles } });
        }}
      >
        <div className={styles.body}>
          <Field label={words.column} hint={words.hint}>
            {(attributes) => (
              <Select
                {...attributes}
                value={id}
                onChange={({ target }) =>
                  setId(columns.find((other) => String(other.id) === target.value)?.id)
                }
              >
                {columns.map((other) => (
                  <option key={other.key} value={other.id}>
                    {other.label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {id !== undefined && <FillOffer report={report} used={[{ column: id }]} declined={[]} />}
          <fieldset className={styles.choices}>
            <legend className={styles.legend}>{words.legend}</legend>
            {WAYS.map((each) => (
              <label key={each.name} className={styles.choice}>
                <input
                  type="radio"
                  name="parts"
                  checked={each === way}
                  onChange={() => setWay(each)}
                />
                {words[each.name]}
              </label>
            ))}
          </fieldset>
          {counting.isError ? (
            <p role="alert" className={styles.warning}>
              {valueWords.cannotList}
            </p>
          ) : (
            <output className={isTooMany ? styles.warning : styles.note}>
              {count === undefined ? words.counting : partsText(count, way)}
            </output>
          )}
        </div>
        <DialogFoot>
          <Button onClick={onClose}>{controlWords.cancel}</Button>
          <Button look="primary" type="submit" disabled={isTooMany || count === undefined}>
            {words.export}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

/** How many parts there will be, or why there are too many. */
function partsText(count: number, { inFiles, most }: Way): string {
  const { tooManyFiles, tooManySheets } = savingWords.split;
  if (count > most) return inFiles ? tooManyFiles(count, most) : tooManySheets(count, most);
  return inFiles ? savingWords.files(count) : savingWords.sheets(count);
}

/** A column named after clients, else the active one, else the first of texts. */
function likelyColumn(
  columns: readonly Column[],
  active: ColumnId | undefined,
): Column | undefined {
  const texts = columns.filter(({ kind }) => kind === "text" || kind === "id");
  return (
    texts.find(({ kind, name }) => kind === "text" && /client|customer/i.test(name)) ??
    texts.find(({ name }) => /client|customer/i.test(name)) ??
    columns.find((column) => column.id === active) ??
    texts[0] ??
    columns[0]
  );
}
