/** Stands in while the report screen itself is fetched; mostly it is here already. */

import styles from "./Starting.module.css";

export function Starting() {
  return (
    <main className={styles.starting}>
      <output>Opening…</output>
    </main>
  );
}
