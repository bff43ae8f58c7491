/**
 * The whole dictionary, as a type: what English says is what every other language has to say. A
 * text that is missing there does not compile.
 */

import type { connectWords } from "./en/connect.ts";
import type { controlWords } from "./en/controls.ts";
import type { lookWords } from "./en/look.ts";
import type { sentWords } from "./en/sent.ts";
import type { startWords } from "./en/start.ts";
import type { unitWords } from "./en/units.ts";

export interface Words {
  readonly connect: typeof connectWords;
  readonly controls: typeof controlWords;
  readonly look: typeof lookWords;
  readonly sent: typeof sentWords;
  readonly start: typeof startWords;
  readonly units: typeof unitWords;
}
