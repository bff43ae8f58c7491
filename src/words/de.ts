/** German, whole: fetched only by those who read it. */

import { columns } from "./de/columns.ts";
import { connect } from "./de/connect.ts";
import { controls } from "./de/controls.ts";
import { errors } from "./de/errors.ts";
import { filter } from "./de/filter.ts";
import { groups } from "./de/groups.ts";
import { kinds } from "./de/kinds.ts";
import { look } from "./de/look.ts";
import { lower } from "./de/lower.ts";
import { notices } from "./de/notices.ts";
import { print } from "./de/print.ts";
import { proof } from "./de/proof.ts";
import { report } from "./de/report.ts";
import { row } from "./de/row.ts";
import { saving } from "./de/saving.ts";
import { sent } from "./de/sent.ts";
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
  filter,
  groups,
  kinds,
  look,
  lower,
  notices,
  print,
  proof,
  report,
  row,
  saving,
  sent,
  start,
  totals,
  units,
  values,
  view,
};
