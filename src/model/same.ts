/** Equal by content: for plain data, such as a filter, a sort or a part of a query's name. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
