/** Nothing can be shown at all: why, and to begin anew. The address, and what it holds, stays. */

import type { ReactNode } from "react";
import { Button } from "./controls/Button.tsx";
import styles from "./Starting.module.css";

interface StoppedProps {
  readonly title: string;
  readonly meaning: string;
  /** What the button that begins anew is called. */
  readonly again: string;
  readonly children?: ReactNode;
}

export function Stopped({ title, meaning, again, children }: StoppedProps) {
  return (
    <main className={styles.starting}>
      <div role="alert" className={styles.failure}>
        <p>
          <strong>{title}</strong> {meaning}
        </p>
        {children}
        <p>
          <Button look="primary" onClick={() => window.location.reload()}>
            {again}
          </Button>
        </p>
      </div>
    </main>
  );
}
