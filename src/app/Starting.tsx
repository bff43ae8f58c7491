/** Stands in while the report screen itself is fetched; mostly it is here already. */

import { startWords } from "../words/en/start.ts";
import { Button } from "./controls/Button.tsx";
import styles from "./Starting.module.css";

interface StartingProps {
  readonly hasKey: boolean;
  readonly onForget: () => void;
}

export function Starting({ hasKey, onForget }: StartingProps) {
  return (
    <main className={styles.starting}>
      <output>{startWords.opening}</output>
      {hasKey && <Button onClick={onForget}>{startWords.forget}</Button>}
    </main>
  );
}
