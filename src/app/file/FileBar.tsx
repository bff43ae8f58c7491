/** One line under the header: how the file was read, and the way to change it. */

import type { FileReading } from "../../model/fileSource.ts";
import { Button } from "../controls/Button.tsx";
import styles from "./FileBar.module.css";
import { readingWords } from "./readingWords.ts";

interface FileBarProps {
  /** Undefined until it is known. */
  readonly reading: FileReading | undefined;
  readonly onChange: () => void;
}

export function FileBar({ reading, onChange }: FileBarProps) {
  return (
    <div role="note" aria-label="How the file is read" className={styles.bar}>
      <span className={styles.words}>
        {reading === undefined ? "Reading the file…" : `Read as: ${readingWords(reading)}`}
      </span>
      {reading !== undefined && (
        <Button look="quiet" aria-label="Change how the file is read" onClick={onChange}>
          Change
        </Button>
      )}
      <span className={styles.promise}>It stays in this browser.</span>
    </div>
  );
}
