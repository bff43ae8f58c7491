/**
 * Narrows what this page may talk to, to its own origin and the API the host named. The header says so
 * already where the host sends one; index.html alone cannot, as it does not know the API. Policies only
 * ever add up to the stricter one, so this opens nothing. Comes before the first form is shown.
 */

export function connectOnlyTo(api: string, document: Document): void {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = `connect-src 'self'${api === "" ? "" : ` ${api}`}`;
  document.head.append(meta);
}
