import type { Words } from "../words.ts";

export const units: Words["units"] = { byte: "Byte", bytes: "Byte", and: " und ", or: " oder " };
