/**
 * The link to exactly this view, and in words what it carries and what it does not. The link proves
 * its numbers by the fingerprint of the data on screen, once all of it is here. What filters look
 * for can be left out; then the link shows more, and the dialog says so.
 */

import { useRef, useState } from "react";
import { formatRoute } from "../../link/route.ts";
import type { ColumnKey } from "../../model/column.ts";
import { shareWords } from "../../words/en/share.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import type { OpenReport } from "../data/reportSession.ts";
import { sharedView } from "../lines/seenReport.ts";
import { inFile } from "../filterText.ts";
import { inSentence } from "../inSentence.ts";
import type { ReportRoute } from "../location.ts";
import { copyText } from "./copyText.ts";
import { withoutFilterValues } from "./filterValues.ts";
import {
  leftOutWords,
  linkContents,
  linkSentence,
  linkedData,
  unprovenWords,
} from "./linkContents.ts";
import styles from "./ShareDialog.module.css";

interface ShareDialogProps {
  readonly route: ReportRoute;
  readonly open: OpenReport | undefined;
  /** As sent. */
  readonly table: TableSummary | undefined;
  readonly columnCount: number;
  readonly labelOf: (column: ColumnKey) => string;
  /** Some groups are not as the view says of all. */
  readonly hasFolds: boolean;
  readonly onClose: () => void;
}

/** Teams and others cut links near 2,048 characters. */
const LONG_LINK = 1_900;

export function ShareDialog({
  route,
  open,
  table,
  columnCount,
  labelOf,
  hasFolds,
  onClose,
}: ShareDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const [leavesOut, setLeavesOut] = useState(false);
  const [copied, setCopied] = useState<{ readonly link: string; readonly done: boolean }>();
  const seen = sharedView(route, table);
  const view = leavesOut ? withoutFilterValues(seen) : seen;
  const told = inFile(view, table?.columns);
  const isFile = route.screen === "file";
  const data = linkedData(open);
  const link = linkTo({ ...route, ...data, view });
  const leftOut = leftOutWords(route.view);
  const unproven = unprovenWords(open);

  async function copy() {
    const done = await copyText(link);
    if (!done) field.current?.select();
    setCopied({ link, done });
  }

  return (
    <Dialog title={shareWords.title} onClose={onClose}>
      <div className={styles.body}>
        <Field label={shareWords.link}>
          {(attributes) => (
            <input
              {...attributes}
              ref={field}
              className={fieldStyles.input}
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
        <div className={styles.copy}>
          <Button look="primary" onClick={() => void copy()}>
            {shareWords.copyLink}
          </Button>
          {/* Another link than the one copied is not copied yet. */}
          <output className={styles.copied}>
            {copied?.link === link ? copiedText(copied.done) : ""}
          </output>
        </div>
        {link.length > LONG_LINK && (
          <p role="note" className={styles.warning}>
            {shareWords.long(link.length)}
          </p>
        )}
        {unproven !== undefined && (
          <p role="note" className={styles.warning}>
            {unproven}
          </p>
        )}
        <p>
          {linkSentence(told, data, isFile)}
          {hasFolds && ` ${shareWords.byHand}`}
        </p>
        {leftOut !== undefined && (
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={leavesOut}
              onChange={(event) => setLeavesOut(event.target.checked)}
            />
            <span>
              {shareWords.leaveOut}
              <span className={styles.hint}>
                {leavesOut ? shareWords.without(leftOut) : shareWords.readable(leftOut)}
              </span>
            </span>
          </label>
        )}
        <details>
          <summary className={styles.summary}>{shareWords.partByPart}</summary>
          <dl className={styles.contents}>
            {linkContents(told, data, columnCount, labelOf, isFile).map(({ name, says }) => (
              <div key={name} className={styles.part}>
                <dt>{name}</dt>
                <dd>{inSentence(says)}</dd>
              </div>
            ))}
          </dl>
        </details>
        <p className={styles.note}>{isFile ? shareWords.noFile : shareWords.noKey}</p>
      </div>
    </Dialog>
  );
}

function linkTo(route: ReportRoute): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${formatRoute(route)}`;
}

function copiedText(done: boolean): string {
  return done ? shareWords.copied : shareWords.copyRefused;
}
