/** German, whole: fetched only by those who read it. */

import { controls } from "./de/controls.ts";
import { look } from "./de/look.ts";
import { start } from "./de/start.ts";
import { units } from "./de/units.ts";
import type { Words } from "./words.ts";

export const german: Words = { controls, look, start, units };
