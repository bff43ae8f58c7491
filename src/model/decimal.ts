/**
 * Exact decimal numbers: a whole number of units and how many of its digits stand after the
 * point. No float is anywhere on the path. Text is taken as reports write numbers: a sign, digits,
 * a point, an exponent; at least one digit (`.5` and `5.` are numbers, `1,234` is not).
 */

export interface Decimal {
  /** The value times 10^scale. */
  readonly units: bigint;
  /** Digits after the point, 0 or more. */
  readonly scale: number;
}

/** How large an exponent may be: `1e400` is a number, `1e999999999` is only text. */
export const MAX_EXPONENT = 1000;

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

/** The number a text stands for, or undefined. Trailing zeros count as digits of the scale. */
export function parseDecimal(text: string): Decimal | undefined {
  const parts = NUMBER.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = "", fraction = "", exponentText] = parts;
  if (whole === "" && fraction === "") return undefined;
  const exponent = exponentText === undefined ? 0 : Number(exponentText);
  if (Math.abs(exponent) > MAX_EXPONENT) return undefined;
  const digits = BigInt(whole + fraction);
  const signed = sign === "-" ? -digits : digits;
  const scale = fraction.length - exponent;
  return scale >= 0
    ? { units: signed, scale }
    : { units: signed * 10n ** BigInt(-scale), scale: 0 };
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

function rescale(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescale(a, scale) + rescale(b, scale), scale };
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { units: -b.units, scale: b.scale });
}

/** Negative when a < b, 0 when equal in value (`1.0` equals `1.00`), positive when a > b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = rescale(a, scale) - rescale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounds to `scale` digits after the point, halves away from zero as bookkeepers do. */
export function roundDecimal(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { units: rescale(value, scale), scale };
  return { units: divideRounded(value.units, 10n ** BigInt(value.scale - scale)), scale };
}

/** a / count, rounded to `scale` digits after the point, halves away from zero. */
export function divideDecimal(value: Decimal, count: number, scale: number): Decimal {
  const wide = Math.max(scale, value.scale);
  return {
    units: divideRounded(rescale(value, wide), BigInt(count) * 10n ** BigInt(wide - scale)),
    scale,
  };
}

/** All digits, with a point only where there are digits after it: `-0.50`, `12`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const sign = units < 0n ? "-" : "";
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The same value without zeros at the end of the fraction. */
export function trimDecimal(value: Decimal): Decimal {
  let { units, scale } = value;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const quotient = (magnitude * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -quotient : quotient;
}
