/**
 * Lets long work share its thread: between slices of it, messages (a cancel, a newer query) get
 * their turn. Stopped work throws `Cancelled`, which is not an error and is shown to nobody.
 */

export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

export interface Turn {
  /** True when the slice is used up and `next` should be awaited. Cheap: call it per block. */
  due(): boolean;
  /** Lets other messages in; throws `Cancelled` when the work is no longer wanted. */
  next(): Promise<void>;
}

/** For tests and short work: one slice without end. */
export const UNINTERRUPTED: Turn = {
  due: () => false,
  next: () => Promise.resolve(),
};
