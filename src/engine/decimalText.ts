/**
 * From the mantissa and scale of a decimal segment back to the text the report has.
 */

/** `-12345`, 3 → `-12.345`. The mantissa is a whole number of at most 16 digits. */
export function decimalText(mantissa: number, scale: number): string {
  if (scale === 0) return String(mantissa);
  const sign = mantissa < 0 ? "-" : "";
  const digits = String(Math.abs(mantissa)).padStart(scale + 1, "0");
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
