/** A thin bar of progress; without an end in sight it moves to and fro. */

import styles from "./ProgressBar.module.css";

interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1, or undefined where the end is not known. */
  readonly value: number | undefined;
  /** What is said beside a number: "41.2 MB, 182,000 rows". */
  readonly text: string;
}

export function ProgressBar({ label, value, text }: ProgressBarProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, value) * 100);
  return (
    <div
      // Browsers don't let a native one without a value be styled alike.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
      className={styles.track}
    >
      <div
        className={percent === undefined ? styles.moving : styles.bar}
        style={percent === undefined ? undefined : { transform: `scaleX(${percent / 100})` }}
      />
    </div>
  );
}
