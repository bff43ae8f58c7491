/** Words that belong to figures themselves. */

import { area } from "../area.ts";

export const unitWords = area("units", { byte: "byte", bytes: "bytes", and: " and ", or: " or " });
