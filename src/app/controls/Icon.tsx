/**
 * The few pictures the interface needs, drawn on a 16 × 16 field in the colour of the text around
 * them. They only ever stand beside words or inside a named control, so they are hidden from
 * assistive technology.
 */

import styles from "./Icon.module.css";

const PATHS = {
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3 14 14",
  close: "m4 4 8 8m0-8-8 8",
  plus: "M8 3v10M3 8h10",
  down: "m4 6 4 4 4-4",
  up: "m4 10 4-4 4 4",
  left: "M13 8H3m0 0 3.5-3.5M3 8l3.5 3.5",
  right: "M3 8h10m0 0L9.5 4.5M13 8l-3.5 3.5",
  check: "m3 8.5 3.5 3.5L13 4.5",
  more: "M3.5 7.5a.5.5 0 1 0 .01 0ZM8 7.5a.5.5 0 1 0 .01 0ZM12.5 7.5a.5.5 0 1 0 .01 0Z",
  file: "M8 2v8m0 0L5 7m3 3 3-3M3 13.5h10",
  columns: "M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9",
  picture: "M2.5 13.5h11M4.2 11V7.5M8 11V3M11.8 11V5.5",
  warning: "M8 2.2 14.5 13.5h-13zM8 6.5v3M8 11.4v.1",
  ascending: "M8 13V3m0 0L4.5 6.5M8 3l3.5 3.5",
  descending: "M8 3v10m0 0 3.5-3.5M8 13 4.5 9.5",
  filter: "M2.5 3.5h11L9.5 8.5v4l-3 1v-5z",
  hide: "M2 8s2.2-3.8 6-3.8S14 8 14 8s-2.2 3.8-6 3.8S2 8 2 8Zm1-5 10 10",
  show: "M2 8s2.2-3.8 6-3.8S14 8 14 8s-2.2 3.8-6 3.8S2 8 2 8Zm6-1.6a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z",
  width: "M2.5 3v10m11-10v10M5 8h6M5 8l1.8-1.8M5 8l1.8 1.8M11 8 9.2 6.2M11 8 9.2 9.8",
  pinLeft: "M3 3v10M13 8H6m0 0 3-3M6 8l3 3",
  pinRight: "M13 3v10M3 8h7m0 0L7 5m3 3-3 3",
  kind: "M6 2.5 4.5 13.5M11.5 2.5 10 13.5M2.5 6h11M2.5 10h11",
  group: "M2.5 3.5h11M5.5 6.5h8M5.5 9.5h8M2.5 12.5h11",
  outwards: "M12.5 8h-9m0 0L7 4.5M3.5 8 7 11.5",
  select: "M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9M7 5.5h2M7 8h2M7 10.5h2",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
