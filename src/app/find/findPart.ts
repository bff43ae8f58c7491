/** What finding needs once it is asked for, as one part of the bundle. */

import { markText } from "../../grid/markText.ts";
import { FindBar } from "./FindBar.tsx";

export const Bar = FindBar;
export { markText };
