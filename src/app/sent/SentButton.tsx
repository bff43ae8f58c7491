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
    import("./SentDialog.tsx").then(
      ({ SentDialog }) => setPart({ Dialog: SentDialog }),
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
