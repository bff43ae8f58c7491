/** A native list of choices in the look of the other fields; its role is `combobox`. */

import type { ComponentProps } from "react";
import { Icon } from "./Icon.tsx";
import fieldStyles from "./Field.module.css";
import styles from "./Select.module.css";

export function Select(props: ComponentProps<"select">) {
  return (
    <span className={styles.box}>
      <select {...props} className={`${fieldStyles.input} ${styles.select}`} />
      <Icon name="down" />
    </span>
  );
}
