/**
 * Chance for the fuzzers: a seeded source of numbers, and damage done with it to texts that were
 * valid. The same seed gives the same cases on every machine; `FUZZ_SEED` and `FUZZ_CASES` choose
 * others by hand, and each case has a number, so a failure can be run again alone.
 */

export interface Chance {
  /** A whole number from 0, below `bound`. */
  readonly below: (bound: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

/** Each case has a source of its own, so that it does not depend on those before. */
export function chanceOf(seed: number, number: number): Chance {
  let state = (Math.imul(seed, 0x9e37_79b1) ^ Math.imul(number + 1, 0x85eb_ca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % Math.max(1, bound);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}

export interface FuzzPlan {
  readonly seed: number;
  readonly cases: number;
}

export function fuzzPlan(cases: number): FuzzPlan {
  const { FUZZ_SEED, FUZZ_CASES } = process.env;
  return { seed: Number(FUZZ_SEED ?? 20_261_124), cases: Number(FUZZ_CASES ?? cases) };
}

/** Runs each case and says which one failed, so that it can be run again. */
export function runCases({ seed, cases }: FuzzPlan, run: (chance: Chance) => void): void {
  for (let number = 0; number < cases; number++) {
    try {
      run(chanceOf(seed, number));
    } catch (cause) {
      throw new Error(`seed ${seed}, case ${number}: ${String(cause)}`, { cause });
    }
  }
}

/** Does up to four kinds of damage, or none: cuts, repeats, changes, and puts `pieces` in. */
export function damaged(
  text: Uint8Array,
  others: readonly Uint8Array[],
  pieces: readonly Uint8Array[],
  chance: Chance,
): Uint8Array {
  let bytes = text;
  for (let left = chance.below(5); left > 0; left--) {
    const at = chance.below(bytes.length + 1);
    const end = Math.min(bytes.length, at + chance.below(chance.pick([2, 8, 64])));
    switch (chance.below(8)) {
      case 0: // cut short
        bytes = bytes.subarray(0, at);
        break;
      case 1: // a part lost
        bytes = joined(bytes.subarray(0, at), bytes.subarray(end));
        break;
      case 2: // a part twice
        bytes = joined(bytes.subarray(0, end), bytes.subarray(at));
        break;
      case 3: // another byte
        bytes = joined(
          bytes.subarray(0, at),
          Uint8Array.of(chance.below(256)),
          bytes.subarray(at + 1),
        );
        break;
      case 4: // the end of another text
        {
          const other = chance.pick(others);
          bytes = joined(bytes.subarray(0, at), other.subarray(chance.below(other.length + 1)));
        }
        break;
      case 5: // a bit turned over
        bytes = bytes.slice();
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
        break;
      default: // a piece that means something
        bytes = joined(bytes.subarray(0, at), chance.pick(pieces), bytes.subarray(at));
    }
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
