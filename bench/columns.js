/* The columns of the sample month that the benchmark works with, by their place from 0. */
export const PRODUCT = 2;
export const COST = 8;
export const DESCRIPTION = 17;

/** Decimal texts: Cost, Tax rate, Tax, Usage, Unit price. */
export const AMOUNTS = Object.freeze([8, 9, 10, 11, 13]);

/** About one row in a hundred has a number that ends so, just before the point. */
export const NEEDLE = "37.";

/** About one row in eight. */
export const PRODUCT_VALUE = "Object Storage";
