/** What a field for a report id says of a text that holds none. */

export function NotAReportId() {
  return (
    <>
      This is not a report id. It looks like <code>3c90c3cc-0d44-4b50-8888-8dd25736052a</code>.
    </>
  );
}
