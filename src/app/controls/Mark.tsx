/** The mark: three lines of a table, aligned. Decoration beside the name, so it has no words. */

import styles from "./Mark.module.css";

export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className={styles.field} width="32" height="32" rx="8" />
      <path className={styles.lines} d="M9 10h14M9 16h6m4.5 0H23M9 22h10m4 0h.01" />
    </svg>
  );
}
