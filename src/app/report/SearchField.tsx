/**
 * The search over all columns. Typing shows at once in the field and reaches the view after a short
 * rest; the view may also change from elsewhere (Back, Clear all), and then the field follows.
 */

import { type KeyboardEvent, type Ref, useEffect, useState } from "react";
import { reportWords } from "../../words/en/report.ts";
import { SearchInput } from "../controls/SearchInput.tsx";
import styles from "./SearchField.module.css";

const REST_MS = 120;

interface SearchFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly text: string;
  readonly onSearch: (text: string) => void;
  /** Down or Enter: on to the rows. */
  readonly onLeave: () => void;
}

export function SearchField({ ref, text, onSearch, onLeave }: SearchFieldProps) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }

  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => {
      // The field is ahead of the view: what comes back is its own text.
      setKnown(typed);
      onSearch(typed);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onSearch]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && typed !== "") {
      event.preventDefault();
      setTyped("");
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      if (typed !== text) onSearch(typed);
      onLeave();
    }
  }

  return (
    <SearchInput
      ref={ref}
      label={reportWords.search}
      className={styles.field}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
