/** Powers of ten that doubles hold exactly: up to 10^22. */
export const POWERS_OF_TEN = Array.from({ length: 23 }, (_, digits) => Number(`1e${digits}`));
