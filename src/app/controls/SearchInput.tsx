/** A field to search by: the glass, the text, the browser's own cross; `className` says how wide it is. */

import type { ComponentPropsWithRef } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./SearchInput.module.css";

interface SearchInputProps extends ComponentPropsWithRef<"input"> {
  /** Its accessible name, and what stands in it while it is empty. */
  readonly label: string;
}

export function SearchInput({ label, className, ...rest }: SearchInputProps) {
  return (
    <span className={`${styles.search} ${className ?? ""}`}>
      <Icon name="search" />
      <input
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        type="search"
        aria-label={label}
        placeholder={label}
        className={styles.input}
      />
    </span>
  );
}
