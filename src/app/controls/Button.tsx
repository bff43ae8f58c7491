/**
 * A button in one of three weights: `primary` once per screen, `plain` for most, `quiet` inside
 * bars. Never submits a form by accident: `type` is "button" unless said otherwise. A disabled one stays
 * in reach of the keyboard, so that one which its own press disables keeps the focus.
 */

import type { ComponentPropsWithRef, MouseEvent } from "react";
import styles from "./Button.module.css";

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  readonly look?: "primary" | "plain" | "quiet";
}

export function Button(props: ButtonProps) {
  const { look = "plain", type = "button", className, disabled = false, onClick, ...rest } = props;
  const names = [styles.button, styles[look], className].filter((name) => name !== undefined);
  return (
    <button
      {...rest}
      // The type is one of the three a button can have; it only isn't a literal here.
      // oxlint-disable-next-line react/button-has-type
      type={type}
      className={names.join(" ")}
      aria-disabled={disabled || undefined}
      onClick={disabled ? refuse : onClick}
    />
  );
}

/** Nothing is sent either. */
function refuse(event: MouseEvent): void {
  event.preventDefault();
}
