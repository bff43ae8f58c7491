/**
 * A native modal dialog with a title line and a way out. It opens when it is mounted; unmounting
 * closes it, which gives the focus back to where it was. Escape and the close button ask the owner
 * through `onClose`, a click beside it too.
 */

import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { CloseButton } from "./CloseButton.tsx";
import styles from "./Dialog.module.css";

/** What can be used, or scrolls and has a name. */
const CONTROL = "a, summary, :enabled:not(fieldset), [tabindex='0']";

interface DialogProps {
  readonly title: string;
  /** A foreign text after it, such as a column's name: set apart, so that it turns nothing else. */
  readonly of?: string;
  /** As wide as the window allows: for a table. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, of, wide = false, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // Chromium begins on what scrolls, though it may be no control and have no name.
    if (document.activeElement?.matches(CONTROL) === false) {
      dialog?.querySelector<HTMLElement>(CONTROL)?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    // The click on the backdrop is a shortcut for the mouse; Escape and the button do the same.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={element}
      className={wide ? styles.wide : styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
            {of !== undefined && <bdi>{of}</bdi>}
          </h2>
        </header>
        {children}
        {/* Last, so that a dialog begins at its first field. */}
        <CloseButton className={styles.close} onClick={onClose} />
      </div>
    </dialog>
  );
}
