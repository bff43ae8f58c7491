import type { Words } from "../words.ts";

export const start: Words["start"] = {
  opening: "Wird geöffnet…",
  addressHolds:
    "Die Adresse dieser Seite enthält weiterhin die Report-ID und die Ansicht. Nach dem Neuladen geben Sie den Schlüssel wieder ein.",
  reload: "Neu laden",
};
