/**
 * A label, its control, and the words that belong to it: a hint always there, a problem when there
 * is one. The control is told which words describe it, so a reader hears them together.
 */

import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: ReactNode;
  /** Draws the control with these attributes on it. */
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

export interface FieldAttributes {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const described = [
    problem === undefined ? undefined : problemId,
    hint === undefined ? undefined : hintId,
  ].filter((part) => part !== undefined);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": described.length === 0 ? undefined : described.join(" "),
        "aria-invalid": problem === undefined ? undefined : true,
      })}
      {problem !== undefined && (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
