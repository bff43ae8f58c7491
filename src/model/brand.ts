/**
 * Nominal types: a branded number or string can't be mixed with another one by accident.
 * The numbers that count rows are the reason: file rows, view rows and ARIA rows all look alike.
 */

declare const brand: unique symbol;

export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
