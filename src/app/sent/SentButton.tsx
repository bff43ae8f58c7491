/** Opens "What left this browser" on the first screen; the dialog is fetched when it is asked for. */

import { useState } from "react";
import { sentWords } from "../../words/en/sent.ts";
import type { RequestLedger } from "../requestLedger.ts";
import { lazyPart, usePart } from "../usePart.ts";
import styles from "./SentButton.module.css";

const dialog = lazyPart(() => import("./SentDialog.tsx"));

export function SentButton({ ledger }: { readonly ledger: RequestLedger }) {
  const { part, hasFailed, want } = usePart(dialog);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpen(true);
    if (part === undefined) want();
  };
  return (
    <>
      <button type="button" aria-haspopup="dialog" className={styles.button} onClick={open}>
        {sentWords.title}
      </button>
      {hasFailed && <span role="alert"> {sentWords.notLoaded}</span>}
      {isOpen && part !== undefined && (
        <part.SentDialog ledger={ledger} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
