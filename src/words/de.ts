/** German, whole: fetched only by those who read it. */

import { connect } from "./de/connect.ts";
import { controls } from "./de/controls.ts";
import { look } from "./de/look.ts";
import { sent } from "./de/sent.ts";
import { start } from "./de/start.ts";
import { units } from "./de/units.ts";
import type { Words } from "./words.ts";

export const german: Words = { connect, controls, look, sent, start, units };
