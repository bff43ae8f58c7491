/**
 * One message in the flow of the page, with its buttons: a failure (an `alert`, which stays until
 * solved) or a note. A sign and words carry the meaning, colour only supports them. Notes are heard
 * where what they are put into is a live region.
 */

import type { ReactNode } from "react";
import { Icon } from "../controls/Icon.tsx";
import styles from "./Notice.module.css";

interface NoticeProps {
  readonly tone: "failure" | "waiting" | "note";
  readonly children: ReactNode;
  readonly buttons?: ReactNode;
  /** A note that is heard as a failure is, and even when it is there from the start. */
  readonly isAlert?: boolean;
  /** Its words still change, too often to be spoken: they are when they no longer do. */
  readonly isChanging?: boolean;
}

export function Notice({ tone, children, buttons, isAlert, isChanging }: NoticeProps) {
  return (
    <div
      role={tone === "note" ? "note" : "alert"}
      aria-live={isChanging === true ? "off" : undefined}
      className={`${styles.notice} ${styles[tone]}`}
    >
      {tone !== "note" && <Icon name="warning" />}
      {/* Words put in anew are spoken, also when they end as they were. */}
      <p
        key={String(isChanging)}
        role={isAlert === true ? "alert" : undefined}
        className={styles.words}
      >
        {children}
      </p>
      {buttons !== undefined && <span className={styles.buttons}>{buttons}</span>}
    </div>
  );
}
