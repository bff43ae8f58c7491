/**
 * An exact amount in running text: all digits, the reader's decimal sign, thin gaps between groups. The
 * gaps are drawn, not written: what is read, heard and copied is the amount and nothing else.
 */

import { digitGroups } from "../../grid/digitGroups.ts";
import { decimalMark } from "../../grid/localWriting.ts";
import styles from "./Amount.module.css";

const PARTS = /^([+-]?)(\d+)(\.\d+)?$/;

export function Amount({ text }: { readonly text: string }) {
  const parts = PARTS.exec(text);
  if (parts === null) return text;
  const [, sign, whole = "", fraction = ""] = parts;
  const groups = digitGroups(whole);
  return (
    <span className={sign === "-" ? styles.negative : styles.amount}>
      {sign}
      {groups.map((group, index) =>
        index === 0 ? (
          group
        ) : (
          // Groups have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={styles.group}>
            {group}
          </span>
        ),
      )}
      {fraction.replace(".", decimalMark())}
    </span>
  );
}
