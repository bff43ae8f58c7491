/**
 * The link to exactly this view, and in words what it carries and what it does not. The link is the
 * same text as the address of the page.
 */

import { useRef, useState } from "react";
import { formatRoute } from "../../link/route.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { ViewState } from "../../model/viewState.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { Field } from "../controls/Field.tsx";
import fieldStyles from "../controls/Field.module.css";
import { countText } from "../figures.ts";
import type { ReportRoute } from "../location.ts";
import { copyText } from "./copyText.ts";
import { linkContents } from "./linkContents.ts";
import styles from "./ShareDialog.module.css";

interface ShareDialogProps {
  readonly route: ReportRoute;
  readonly columnCount: number;
  readonly labelOf: (column: ColumnKey) => string;
  readonly onClose: () => void;
}

/** Teams and others cut links near 2,048 characters. */
const LONG_LINK = 1_900;

export function ShareDialog({ route, columnCount, labelOf, onClose }: ShareDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean>();
  const link = linkTo(route);

  async function copy() {
    const done = await copyText(link);
    if (!done) field.current?.select();
    setCopied(done);
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
          <output className={styles.copied}>{copiedText(copied)}</output>
        </div>
        {link.length > LONG_LINK && (
          <p role="note" className={styles.warning}>
            This link has {countText(link.length)} characters. Some programs cut links near 2,000;
            an e-mail carries it whole.
          </p>
        )}
        <Contents view={route.view} columnCount={columnCount} labelOf={labelOf} />
        <p className={styles.note}>
          It carries no key and no rows. Whoever opens it needs an API key of their own. Names in
          filters can be read in the link.
        </p>
      </div>
    </Dialog>
  );
}

interface ContentsProps {
  readonly view: ViewState;
  readonly columnCount: number;
  readonly labelOf: (column: ColumnKey) => string;
}

function Contents({ view, columnCount, labelOf }: ContentsProps) {
  return (
    <dl className={styles.contents}>
      {linkContents(view, columnCount, labelOf).map(({ name, says }) => (
        <div key={name} className={styles.part}>
          <dt>{name}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}

function linkTo(route: ReportRoute): string {
  const { origin, pathname } = window.location;
  // A fingerprint says something about the rows here only once it was compared with them.
  return `${origin}${pathname}${formatRoute({ ...route, fingerprint: undefined })}`;
}

function copiedText(copied: boolean | undefined): string {
  if (copied === undefined) return "";
  return copied ? "Copied." : "The browser did not allow it. The link is selected: press Ctrl+C.";
}
