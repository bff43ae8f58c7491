/**
 * Digits of a currency's smallest coin, from the platform's own table (ISO 4217): 2 for EUR,
 * 0 for JPY, 3 for KWD; 2 where the code is unknown or none is stated.
 */

const known = new Map<string, number>();

export function coinDigitsOf(currency: string): number {
  let digits = known.get(currency);
  if (digits === undefined) {
    digits = /^[A-Z]{3}$/.test(currency) ? fromPlatform(currency) : 2;
    known.set(currency, digits);
  }
  return digits;
}

function fromPlatform(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
