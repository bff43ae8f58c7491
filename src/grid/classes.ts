/** The class names that apply, as an element's attribute. */

export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== false && name !== undefined).join(" ");
}
