/**
 * The link to exactly this view, and in words what it carries and what it does not. The link proves
 * its numbers by the fingerprint of the data on screen, once all of it is here. What filters look
 * for can be left out; then the link shows more, and the dialog says so.
 */

import { useRef, useState } from "react";
import { formatRoute } from "../../link/route.ts";
import type { ColumnKey } from "../../model/column.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import type { OpenReport } from "../data/reportSession.ts";
import { countText } from "../../words/figures.ts";
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
  readonly columnCount: number;
  readonly labelOf: (column: ColumnKey) => string;
  readonly onClose: () => void;
}

/** Teams and others cut links near 2,048 characters. */
const LONG_LINK = 1_900;

export function ShareDialog({ route, open, columnCount, labelOf, onClose }: ShareDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const [leavesOut, setLeavesOut] = useState(false);
  const [copied, setCopied] = useState<{ readonly link: string; readonly done: boolean }>();
  const view = leavesOut ? withoutFilterValues(route.view) : route.view;
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
    <Dialog title="Share this view" onClose={onClose}>
      <div className={styles.body}>
        <Field label="Link">
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
            Copy link
          </Button>
          {/* Another link than the one copied is not copied yet. */}
          <output className={styles.copied}>
            {copied?.link === link ? copiedText(copied.done) : ""}
          </output>
        </div>
        {link.length > LONG_LINK && (
          <p role="note" className={styles.warning}>
            This link has {countText(link.length)} characters. Some programs cut links near 2,000;
            an e-mail carries it whole.
          </p>
        )}
        {unproven !== undefined && (
          <p role="note" className={styles.warning}>
            {unproven}
          </p>
        )}
        <p>{linkSentence(view, data, isFile)}</p>
        {leftOut !== undefined && (
          <label className={styles.choice}>
            <input
              type="checkbox"
              checked={leavesOut}
              onChange={(event) => setLeavesOut(event.target.checked)}
            />
            <span>
              Leave filter values out
              <span className={styles.hint}>
                {leavesOut
                  ? `Without ${leftOut}, the link may show more rows than you see.`
                  : `${capitalised(leftOut)} can be read in the link by whoever gets it.`}
              </span>
            </span>
          </label>
        )}
        <details>
          <summary className={styles.summary}>Part by part</summary>
          <dl className={styles.contents}>
            {linkContents(view, data, columnCount, labelOf, isFile).map(({ name, says }) => (
              <div key={name} className={styles.part}>
                <dt>{name}</dt>
                <dd>{inSentence(says)}</dd>
              </div>
            ))}
          </dl>
        </details>
        <p className={styles.note}>
          {isFile
            ? "It carries no key, no rows, and neither the file nor its name. It works for whoever has the same file, or the report’s id and an API key of their own."
            : "It carries no key and no rows. Whoever opens it needs an API key of their own."}
        </p>
      </div>
    </Dialog>
  );
}

function linkTo(route: ReportRoute): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${formatRoute(route)}`;
}

function copiedText(done: boolean): string {
  return done ? "Copied." : "The browser did not allow it. The link is selected: press Ctrl+C.";
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
