/** The fingerprint of the data on screen, and what it is good for. */

import { useState } from "react";
import { type Fingerprint, fingerprintWords } from "../../model/fingerprint.ts";
import { proofWords } from "../../words/en/proof.ts";
import { Button } from "../controls/Button.tsx";
import { Dialog } from "../controls/Dialog.tsx";
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
    <Dialog title={proofWords.fingerprint} onClose={onClose}>
      <div className={styles.body}>
        <div className={styles.line}>
          <code className={styles.digits}>{words}</code>
          <Button onClick={() => void copyText(words).then(setCopied)}>{proofWords.copy}</Button>
          <output className={styles.note}>
            {copied === undefined ? "" : copied ? proofWords.copied : proofWords.copyRefused}
          </output>
        </div>
        <p>{proofWords.madeFrom(rowCount)}</p>
        <p>{proofWords.compare}</p>
        <p className={styles.note}>{proofWords.inLinks}</p>
      </div>
    </Dialog>
  );
}
