/**
 * A button in one of three weights: `primary` once per screen, `plain` for most, `quiet` inside
 * bars. Never submits a form by accident: `type` is "button" unless said otherwise.
 */

import type { ComponentPropsWithRef } from "react";
import styles from "./Button.module.css";

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  readonly look?: "primary" | "plain" | "quiet";
}

export function Button({ look = "plain", type = "button", className, ...rest }: ButtonProps) {
  const names = [styles.button, styles[look], className].filter((name) => name !== undefined);
  // The type is one of the three a button can have; it only isn't a literal here.
  // oxlint-disable-next-line react/button-has-type
  return <button {...rest} type={type} className={names.join(" ")} />;
}
