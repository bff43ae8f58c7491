/** The line of buttons that ends a dialog. */

import type { ReactNode } from "react";
import styles from "./DialogFoot.module.css";

interface DialogFootProps {
  /** Buttons together at the end (the default) or at the beginning, or what there is at both ends. */
  readonly at?: "end" | "start" | "ends";
  readonly children: ReactNode;
}

export function DialogFoot({ at = "end", children }: DialogFootProps) {
  return <footer className={styles[at]}>{children}</footer>;
}
