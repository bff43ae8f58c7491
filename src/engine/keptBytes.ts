/**
 * Things worth keeping, by name, within a budget of bytes: the least recently used go first, the
 * newest always stays.
 */

export interface KeptBytes<Thing> {
  get(name: string): Thing | undefined;
  keep(name: string, thing: Thing): void;
}

export function createKeptBytes<Thing>(
  limit: () => number,
  bytesOf: (thing: Thing) => number,
): KeptBytes<Thing> {
  /** Least recently used first. */
  const kept = new Map<string, Thing>();
  let bytes = 0;

  const drop = (name: string): void => {
    const thing = kept.get(name);
    if (thing === undefined) return;
    kept.delete(name);
    bytes -= bytesOf(thing);
  };

  return {
    get: (name) => {
      const thing = kept.get(name);
      if (thing === undefined) return undefined;
      kept.delete(name);
      kept.set(name, thing);
      return thing;
    },
    keep: (name, thing) => {
      drop(name);
      kept.set(name, thing);
      bytes += bytesOf(thing);
      for (const oldest of kept.keys()) {
        if (bytes <= limit() || kept.size === 1) return;
        drop(oldest);
      }
    },
  };
}
