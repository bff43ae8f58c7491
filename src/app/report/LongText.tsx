/**
 * The whole of a text, of which browsers would take seconds to lay out megabytes: only its beginning is,
 * and how much that is of it is said behind. The rest is there for copies and for whoever reads the page.
 */

import { startOf } from "../../model/startOf.ts";
import { reportWords } from "../../words/en/report.ts";
import styles from "./LongText.module.css";

const LAID_OUT = 20_000;

export function LongText({ text }: { readonly text: string }) {
  const start = startOf(text, LAID_OUT);
  if (start === text) return text;
  return (
    <span className={styles.cut} data-cut={reportWords.cutText(start.length, text.length)}>
      {start}
      <span hidden>{text.slice(start.length)}</span>
    </span>
  );
}
