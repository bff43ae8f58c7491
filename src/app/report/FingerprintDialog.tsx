/** The fingerprint of the data on screen, and what it is good for. */

import { useState } from "react";
import { type Fingerprint, fingerprintWords } from "../../model/fingerprint.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
import { counted } from "../../words/figures.ts";
import { copyText } from "./copyText.ts";
import styles from "./FingerprintDialog.module.css";

interface FingerprintDialogProps {
  readonly fingerprint: Fingerprint;
  readonly rowCount: number;
  readonly onClose: () => void;
}

export function FingerprintDialog({ fingerprint, rowCount, onClose }: FingerprintDialogProps) {
  const [copied, setCopied] = useState<boolean>();
  const words = fingerprintWords(fingerprint);
  return (
    <Dialog title="Fingerprint" onClose={onClose}>
      <div className={styles.body}>
        <div className={styles.line}>
          <code className={styles.digits}>{words}</code>
          <Button onClick={() => void copyText(words).then(setCopied)}>Copy</Button>
          <output className={styles.note}>
            {copied === undefined ? "" : copied ? "Copied." : "The browser did not allow it."}
          </output>
        </div>
        <p>
          These digits are made from the headers and all {counted(rowCount, "row")} of this report,
          to the last digit. Filters and order on screen don’t change them.
        </p>
        <p>
          Two people who see the same digits have the same data. If one cell is another, or the rows
          come in another order, so are the digits.
        </p>
        <p className={styles.note}>
          A link made with Share carries them: whoever opens it is told whether the data is still
          the same.
        </p>
      </div>
    </Dialog>
  );
}
