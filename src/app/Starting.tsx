/** Stands in while the report screen itself is fetched; mostly it is here already. */

import { startWords } from "../words/en/start.ts";
import styles from "./Starting.module.css";

export function Starting() {
  return (
    <main className={styles.starting}>
      <output>{startWords.opening}</output>
    </main>
  );
}
