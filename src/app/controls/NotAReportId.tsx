/** What a field for a report id says of a text that holds none. */

import { controlWords } from "../../words/en/controls.ts";
import { filled } from "./filled.tsx";

const EXAMPLE = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

export function NotAReportId() {
  return <>{filled(controlWords.notAReportId, { id: <code>{EXAMPLE}</code> })}</>;
}
