/** German, whole: fetched only by those who read it. */

import { columns } from "./de/columns.ts";
import { connect } from "./de/connect.ts";
import { controls } from "./de/controls.ts";
import { errors } from "./de/errors.ts";
import { filter } from "./de/filter.ts";
import { kinds } from "./de/kinds.ts";
import { look } from "./de/look.ts";
import { lower } from "./de/lower.ts";
import { notices } from "./de/notices.ts";
import { proof } from "./de/proof.ts";
import { report } from "./de/report.ts";
import { sent } from "./de/sent.ts";
import { start } from "./de/start.ts";
import { units } from "./de/units.ts";
import { view } from "./de/view.ts";
import type { Words } from "./words.ts";

export const german: Words = {
  columns,
  connect,
  controls,
  errors,
  filter,
  kinds,
  look,
  lower,
  notices,
  proof,
  report,
  sent,
  start,
  units,
  view,
};
