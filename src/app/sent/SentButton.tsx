/** Opens "What left this browser" on the first screen. */

import { useState } from "react";
import { sentWords } from "../../words/en/sent.ts";
import type { RequestLedger } from "../requestLedger.ts";
import styles from "./SentButton.module.css";
import { SentDialog } from "./SentDialog.tsx";

export function SentButton({ ledger }: { readonly ledger: RequestLedger }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={styles.button}
        onClick={() => setOpen(true)}
      >
        {sentWords.title}
      </button>
      {isOpen && <SentDialog ledger={ledger} onClose={() => setOpen(false)} />}
    </>
  );
}
