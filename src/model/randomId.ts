/** A name that nobody else draws: 128 random bits. `randomUUID` is for secure pages only. */

export function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
