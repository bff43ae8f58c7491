/**
 * A JSON number, byte by byte: no plus sign, no leading zeros, digits on both sides of a point. A
 * number has no closing mark: it ends before the first byte that does not belong to it. May be left
 * and taken up again after any byte.
 */

/** Before the first byte. */
export const NUMBER_START = 1;
const SIGN = 2;
const POINT = 3;
const EXPONENT = 4;
const EXPONENT_SIGN = 5;
const FIRST_WHOLE = 6; // from here on the number may end
const ZERO = 6;
const WHOLE = 7;
const FRACTION = 8;
const EXPONENT_DIGITS = 9;
const STATES = 10;

/** `NUMBER_STEP[state << 8 | byte]` is the state after the byte, 0 when it is not of the number. */
export const NUMBER_STEP = makeSteps();

export function mayEndNumber(state: number): boolean {
  return state >= FIRST_WHOLE;
}

/**
 * The end of a number that starts at `from`, in plain notation (`-12.50`); -1 when it does not end
 * before `to` or is anything else. `bytes[to]` must be 0.
 */
export function findPlainEnd(bytes: Uint8Array, from: number, to: number): number {
  let i = from;
  if (bytes[i] === 0x2d) i++;
  if (bytes[i] === 0x30) i++;
  else {
    const first = i;
    while ((bytes[i]! ^ 0x30) < 10) i++;
    if (i === first) return -1;
  }
  if (bytes[i] === 0x2e) {
    const first = ++i;
    while ((bytes[i]! ^ 0x30) < 10) i++;
    if (i === first) return -1;
  }
  return i < to ? i : -1;
}

function makeSteps(): Uint8Array {
  const steps = new Uint8Array(STATES << 8);
  const digits = (state: number, next: number, first = 0x30): void => {
    steps.fill(next, (state << 8) | first, ((state << 8) | 0x39) + 1);
  };
  const letters = (state: number, text: string, next: number): void => {
    for (const letter of text) steps[(state << 8) | letter.charCodeAt(0)] = next;
  };
  letters(NUMBER_START, "-", SIGN);
  for (const state of [NUMBER_START, SIGN]) {
    letters(state, "0", ZERO);
    digits(state, WHOLE, 0x31);
  }
  digits(WHOLE, WHOLE);
  for (const state of [ZERO, WHOLE]) letters(state, ".", POINT);
  digits(POINT, FRACTION);
  digits(FRACTION, FRACTION);
  for (const state of [ZERO, WHOLE, FRACTION]) letters(state, "eE", EXPONENT);
  letters(EXPONENT, "+-", EXPONENT_SIGN);
  for (const state of [EXPONENT, EXPONENT_SIGN, EXPONENT_DIGITS]) digits(state, EXPONENT_DIGITS);
  return steps;
}
