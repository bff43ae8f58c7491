/**
 * One message in the flow of the page, with its buttons: a failure (an `alert`, which stays until
 * solved) or a note. A sign and words carry the meaning, colour only supports them.
 */

import type { ReactNode } from "react";
import { Icon } from "../controls/Icon.tsx";
import styles from "./Notice.module.css";

interface NoticeProps {
  readonly tone: "failure" | "waiting" | "note";
  readonly children: ReactNode;
  readonly buttons?: ReactNode;
}

export function Notice({ tone, children, buttons }: NoticeProps) {
  return (
    <div role={tone === "note" ? "note" : "alert"} className={`${styles.notice} ${styles[tone]}`}>
      {tone !== "note" && <Icon name="warning" />}
      <p className={styles.words}>{children}</p>
      {buttons !== undefined && <span className={styles.buttons}>{buttons}</span>}
    </div>
  );
}
