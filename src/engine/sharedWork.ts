/**
 * Work by name that several may ask for and one has begun. Whoever asks for what is under way waits
 * for it; when its beginner has left, and with that stopped it, the next in line begins it anew.
 * Results stay until newer ones need their place; work that failed leaves nothing behind.
 */

import type { Turn } from "../model/turn.ts";

export interface SharedWork<Result> {
  get(name: string, begin: () => Promise<Result>, turn: Turn): Promise<Result>;
  clear(): void;
}

/** `kept`: how many results at the most, the latest ones. */
export function createSharedWork<Result>(kept = Number.POSITIVE_INFINITY): SharedWork<Result> {
  const works = new Map<string, Promise<Result>>();
  return {
    get: async (name, begin, turn) => {
      for (;;) {
        const found = works.get(name);
        if (found === undefined) {
          const begun = begin();
          works.set(name, begun);
          for (const oldest of works.keys()) if (works.size > kept) works.delete(oldest);
          begun.catch(() => works.get(name) === begun && works.delete(name));
          return await begun;
        }
        try {
          return await found;
        } catch {
          // Unless nobody waits here either: then this throws.
          await turn.next();
        }
      }
    },
    clear: () => works.clear(),
  };
}
