/**
 * The one place a file of the person's own is kept: in memory, never in storage or the address. With
 * it goes how it is to be read, as far as the person has a say in that.
 */

import { type FileSettings, RECOGNISED } from "../../model/fileSource.ts";

export interface HeldFile {
  readonly file: File;
  readonly settings: FileSettings;
  /** Another number for each file that is opened, the same one again included. */
  readonly opening: number;
}

export interface FileHolder {
  readonly hold: (file: File) => void;
  /** Reads the held file in another way. */
  readonly change: (settings: FileSettings) => void;
  /** The same object as long as neither file nor settings change. */
  readonly getSnapshot: () => HeldFile | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createFileHolder(): FileHolder {
  let held: HeldFile | undefined;
  let openings = 0;
  const listeners = new Set<() => void>();
  const become = (next: HeldFile) => {
    held = next;
    for (const listener of listeners) listener();
  };
  return {
    hold: (file) => become({ file, settings: RECOGNISED, opening: ++openings }),
    change: (settings) => {
      if (held !== undefined) become({ ...held, settings });
    },
    getSnapshot: () => held,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
