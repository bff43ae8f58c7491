/** German, whole: fetched only by those who read it. */

import { columns } from "./de/columns.ts";
import { connect } from "./de/connect.ts";
import { controls } from "./de/controls.ts";
import { errors } from "./de/errors.ts";
import { file } from "./de/file.ts";
import { filter } from "./de/filter.ts";
import { grid } from "./de/grid.ts";
import { groups } from "./de/groups.ts";
import { help } from "./de/help.ts";
import { find } from "./de/find.ts";
import { kinds } from "./de/kinds.ts";
import { lines } from "./de/lines.ts";
import { look } from "./de/look.ts";
import { lower } from "./de/lower.ts";
import { notices } from "./de/notices.ts";
import { picture } from "./de/picture.ts";
import { print } from "./de/print.ts";
import { proof } from "./de/proof.ts";
import { report } from "./de/report.ts";
import { row } from "./de/row.ts";
import { saving } from "./de/saving.ts";
import { sent } from "./de/sent.ts";
import { share } from "./de/share.ts";
import { shelf } from "./de/shelf.ts";
import { start } from "./de/start.ts";
import { totals } from "./de/totals.ts";
import { units } from "./de/units.ts";
import { values } from "./de/values.ts";
import { view } from "./de/view.ts";
import type { Words } from "./words.ts";

export const german: Words = {
  columns,
  connect,
  controls,
  errors,
  file,
  filter,
  find,
  grid,
  groups,
  help,
  kinds,
  lines,
  look,
  lower,
  notices,
  picture,
  print,
  proof,
  report,
  row,
  saving,
  sent,
  share,
  shelf,
  start,
  totals,
  units,
  values,
  view,
};
