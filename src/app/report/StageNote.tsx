/** Instead of rows: why there are none, and the ways back. */

import type { ReactNode } from "react";
import styles from "./StageNote.module.css";

interface StageNoteProps {
  readonly words: string;
  /** Buttons. */
  readonly children?: ReactNode;
}

export function StageNote({ words, children }: StageNoteProps) {
  return (
    <div role="alert" className={styles.note}>
      <p className={styles.words}>{words}</p>
      {children !== undefined && <div className={styles.buttons}>{children}</div>}
    </div>
  );
}
