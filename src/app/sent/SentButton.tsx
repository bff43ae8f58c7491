/** Opens "What left this browser" on the first screen; the dialog is fetched when it is asked for. */

import { type ComponentProps, type ComponentType, useState } from "react";
import { sentWords } from "../../words/en/sent.ts";
import type { RequestLedger } from "../requestLedger.ts";
import styles from "./SentButton.module.css";

type Dialog = ComponentType<ComponentProps<typeof import("./SentDialog.tsx").SentDialog>>;

export function SentButton({ ledger }: { readonly ledger: RequestLedger }) {
  const [part, setPart] = useState<{ readonly Dialog: Dialog }>();
  const [hasFailed, setFailed] = useState(false);
  const open = () => {
    fetchDialog().then(
      (Dialog) => setPart({ Dialog }),
      () => setFailed(true),
    );
  };
  return (
    <>
      <button type="button" aria-haspopup="dialog" className={styles.button} onClick={open}>
        {sentWords.title}
      </button>
      {hasFailed && part === undefined && <span role="alert"> {sentWords.notLoaded}</span>}
      {part !== undefined && <part.Dialog ledger={ledger} onClose={() => setPart(undefined)} />}
    </>
  );
}

/** Rejects also when only its style can't be had: the build wraps the whole expression of an import. */
async function fetchDialog(): Promise<Dialog> {
  const { SentDialog } = await import("./SentDialog.tsx");
  return SentDialog;
}
