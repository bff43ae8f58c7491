/** One line under the header: how the file was read, and the way to change it. */

import type { FileReading } from "../../model/fileSource.ts";
import { fileWords } from "../../words/en/file.ts";
import { Button } from "../controls/Button.tsx";
import styles from "./FileBar.module.css";
import { readingText } from "./readingText.ts";

interface FileBarProps {
  /** Undefined until it is known. */
  readonly reading: FileReading | undefined;
  readonly onChange: () => void;
}

export function FileBar({ reading, onChange }: FileBarProps) {
  return (
    <div role="note" aria-label={fileWords.title} className={styles.bar}>
      <span className={styles.words}>
        {reading === undefined ? fileWords.reading : fileWords.readAs(readingText(reading))}
      </span>
      {reading !== undefined && (
        <Button look="quiet" aria-label={fileWords.changeLong} onClick={onChange}>
          {fileWords.change}
        </Button>
      )}
      <span className={styles.promise}>{fileWords.staysHere}</span>
    </div>
  );
}
