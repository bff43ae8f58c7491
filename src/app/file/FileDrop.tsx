/**
 * Files may be dropped anywhere on the page. While one is dragged over it, the page says what will
 * become of it; what can't be opened is said at once. Without this the browser would leave the page
 * to show the file.
 */

import { useEffect, useState } from "react";
import { connectWords } from "../../words/en/connect.ts";
import { controlWords } from "../../words/en/controls.ts";
import { Button } from "../controls/Button.tsx";
import { filled } from "../controls/filled.tsx";
import { Notice } from "../notices/Notice.tsx";
import styles from "./FileDrop.module.css";
import { readDrop } from "./readDrop.ts";

interface FileDropProps {
  readonly onFile: (file: File) => void;
}

export function FileDrop({ onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<"notOneFile" | "isFolder">();

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Out of the window; between two of its elements there is always a next one.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const data = event.dataTransfer;
      if (data?.types.includes("Files") !== true) return;
      event.preventDefault();
      const dropped = readDrop(data);
      setProblem(dropped !== undefined && "problem" in dropped ? dropped.problem : undefined);
      if (dropped !== undefined && "file" in dropped) onFile(dropped.file);
    };
    window.addEventListener("dragenter", over);
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", over);
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onFile]);

  return (
    <>
      {problem !== undefined && (
        <div className={styles.problem}>
          <Notice
            tone="failure"
            buttons={
              <Button look="quiet" onClick={() => setProblem(undefined)}>
                {controlWords.close}
              </Button>
            }
          >
            {connectWords[problem]}
          </Notice>
        </div>
      )}
      {isOver && (
        <div className={styles.veil} aria-hidden="true">
          <p className={styles.words}>
            {filled(connectWords.dropped, { drop: <strong>{connectWords.dropToOpen}</strong> })}
          </p>
        </div>
      )}
    </>
  );
}
