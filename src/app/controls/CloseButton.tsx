/** The cross that puts away what lies over or beside the report; `className` says where it stands. */

import { controlWords } from "../../words/en/controls.ts";
import styles from "./CloseButton.module.css";
import { Icon } from "./Icon.tsx";

interface CloseButtonProps {
  /** "Close" unless there is more than one thing to close. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly onClick: () => void;
}

export function CloseButton({ label = controlWords.close, className, onClick }: CloseButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.close} ${className ?? ""}`}
      aria-label={label}
      onClick={onClick}
    >
      <Icon name="close" />
    </button>
  );
}
