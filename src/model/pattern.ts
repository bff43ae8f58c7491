/**
 * Patterns that can't hang: a text is read once, each character costs one step however the pattern
 * is nested. The pattern's program becomes a small machine whose sets of states
 * are worked out when first met and remembered, up to a limit; then they are forgotten and worked
 * out anew, so neither time nor memory can grow beyond pattern size × text length.
 */

import { type PatternProgram, readPattern } from "./patternProgram.ts";
import type { PatternProblem } from "./patternSyntax.ts";

export interface Pattern {
  /** Whether any part of the text fits, ignoring case (character by character). */
  test(text: string): boolean;
  /** The same for a text of ASCII bytes, `bytes[start … end)`. */
  testAscii(bytes: Uint8Array, start: number, end: number): boolean;
  /** Steps of the machine worked out so far, for tests that show it stays bounded. */
  work(): number;
}

/** Sets of states remembered. */
const MAX_STATES = 1024;

/** Numbers of states that are no set of steps. */
const UNKNOWN = 0;
const HOPELESS = 1;
const FITS = 2;
const FIRST_STATE = 3;

export function compilePattern(text: string): Pattern | PatternProblem {
  const program = readPattern(text);
  return "problem" in program ? program : createMachine(program);
}

function createMachine({ steps, first, alphabet }: PatternProgram): Pattern {
  const { ascii, classOf } = alphabet;
  const width = alphabet.starts.length;
  const table = new Int32Array(MAX_STATES * width);
  const numbers = new Map<string, number>();
  const states: Int32Array[] = [];
  const fitsAtEnd = new Uint8Array(MAX_STATES);
  const seen = new Uint32Array(steps.length);
  let round = 0;
  let worked = 0;

  /** Adds the steps reachable from `from` that wait for a character or the end; true for a fit. */
  const reach = (from: number, isStart: boolean, isEnd: boolean, found: number[]): boolean => {
    const waiting = [from];
    while (waiting.length > 0) {
      const at = waiting.pop()!;
      if (seen[at] === round) continue;
      seen[at] = round;
      worked += 1;
      const step = steps[at]!;
      switch (step.type) {
        case "fit":
          return true;
        case "fork":
          waiting.push(step.other, step.to);
          break;
        case "start":
          if (isStart) waiting.push(step.to);
          break;
        case "end":
          if (isEnd) waiting.push(step.to);
          else found.push(at);
          break;
        case "set":
          found.push(at);
          break;
      }
    }
    return false;
  };

  /** The number of a set of steps, made when it is new. */
  const numberOf = (found: readonly number[], isStart: boolean): number => {
    const sorted = Int32Array.from(found).sort();
    const name = `${isStart ? "^" : ""}${sorted.join()}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    if (states.length + FIRST_STATE >= MAX_STATES) {
      numbers.clear();
      states.length = 0;
      table.fill(UNKNOWN);
    }
    const number = states.push(sorted) - 1 + FIRST_STATE;
    numbers.set(name, number);
    round += 1;
    fitsAtEnd[number] = sorted.some(
      (at) => steps[at]!.type === "end" && reach(at, isStart, true, []),
    )
      ? 1
      : 0;
    return number;
  };

  const startState = (): number => {
    const known = numbers.get("start");
    if (known !== undefined) return known;
    round += 1;
    const found: number[] = [];
    const state = reach(first, true, false, found) ? FITS : numberOf(found, true);
    numbers.set("start", state);
    return state;
  };

  const advance = (state: number, symbol: number): number => {
    round += 1;
    const found: number[] = [];
    let fits = false;
    for (const at of states[state - FIRST_STATE]!) {
      const step = steps[at]!;
      worked += 1;
      if (step.type === "set" && step.classes[symbol] === 1) {
        fits = reach(step.to, false, false, found);
        if (fits) break;
      }
    }
    // A fit may begin at every place, so the first step is taken again after each character.
    if (!fits) fits = reach(first, false, false, found);
    if (fits) return (table[state * width + symbol] = FITS);
    if (found.length === 0) return (table[state * width + symbol] = HOPELESS);
    const before = states.length;
    const next = numberOf(found, false);
    if (states.length >= before) table[state * width + symbol] = next;
    return next;
  };

  return {
    test: (text) => {
      let state = startState();
      for (const char of text) {
        for (const lower of char.toLowerCase()) {
          if (state <= FITS) return state === FITS;
          const symbol = classOf(lower.codePointAt(0)!);
          const next = table[state * width + symbol]!;
          state = next === UNKNOWN ? advance(state, symbol) : next;
        }
      }
      return state === FITS || (state >= FIRST_STATE && fitsAtEnd[state] === 1);
    },
    testAscii: (bytes, start, end) => {
      let state = startState();
      for (let i = start; i < end; i += 1) {
        if (state <= FITS) return state === FITS;
        const symbol = ascii[bytes[i]!]!;
        const next = table[state * width + symbol]!;
        state = next === UNKNOWN ? advance(state, symbol) : next;
      }
      return state === FITS || (state >= FIRST_STATE && fitsAtEnd[state] === 1);
    },
    work: () => worked,
  };
}
