/**
 * The whole dictionary, as a type: what English says is what every other language has to say. A
 * text that is missing there does not compile.
 */

import type { columnWords } from "./en/columns.ts";
import type { connectWords } from "./en/connect.ts";
import type { controlWords } from "./en/controls.ts";
import type { errorWords } from "./en/errors.ts";
import type { fileWords } from "./en/file.ts";
import type { filterWords } from "./en/filter.ts";
import type { gridWords } from "./en/grid.ts";
import type { groupWords } from "./en/groups.ts";
import type { helpWords } from "./en/help.ts";
import type { findWords } from "./en/find.ts";
import type { kindWords } from "./en/kinds.ts";
import type { linesWords } from "./en/lines.ts";
import type { lookWords } from "./en/look.ts";
import type { lowerWords } from "./en/lower.ts";
import type { noticeWords } from "./en/notices.ts";
import type { pictureWords } from "./en/picture.ts";
import type { printWords } from "./en/print.ts";
import type { proofWords } from "./en/proof.ts";
import type { reportWords } from "./en/report.ts";
import type { rowWords } from "./en/row.ts";
import type { savingWords } from "./en/saving.ts";
import type { sentWords } from "./en/sent.ts";
import type { shareWords } from "./en/share.ts";
import type { shelfWords } from "./en/shelf.ts";
import type { startWords } from "./en/start.ts";
import type { totalWords } from "./en/totals.ts";
import type { unitWords } from "./en/units.ts";
import type { viewWords } from "./en/view.ts";
import type { valueWords } from "./en/values.ts";

export interface Words {
  readonly columns: typeof columnWords;
  readonly connect: typeof connectWords;
  readonly controls: typeof controlWords;
  readonly errors: typeof errorWords;
  readonly file: typeof fileWords;
  readonly filter: typeof filterWords;
  readonly grid: typeof gridWords;
  readonly groups: typeof groupWords;
  readonly help: typeof helpWords;
  readonly find: typeof findWords;
  readonly kinds: typeof kindWords;
  readonly lines: typeof linesWords;
  readonly look: typeof lookWords;
  readonly lower: typeof lowerWords;
  readonly notices: typeof noticeWords;
  readonly picture: typeof pictureWords;
  readonly print: typeof printWords;
  readonly proof: typeof proofWords;
  readonly report: typeof reportWords;
  readonly row: typeof rowWords;
  readonly saving: typeof savingWords;
  readonly sent: typeof sentWords;
  readonly share: typeof shareWords;
  readonly shelf: typeof shelfWords;
  readonly start: typeof startWords;
  readonly totals: typeof totalWords;
  readonly units: typeof unitWords;
  readonly view: typeof viewWords;
  readonly values: typeof valueWords;
}
