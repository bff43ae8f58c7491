/** The picture of a report beside its table. */

import { area } from "../area.ts";
import { counted, countText } from "../figures.ts";

export const pictureWords = area("picture", {
  title: "Picture",
  close: "Close picture",
  by: "Bars by",
  of: "Amount",
  most: "Bars",
  largest: (count: number) => `${countText(count)} largest`,
  when: "Time line by",
  allRows: "Rows",
  rowsUnit: "rows",
  making: "Adding up…",
  failed: "The picture can’t be made right now.",
  nothing: "There is nothing to draw.",
  soFar: "so far",
  barsList: (of: string, by: string) => `${of} by ${by}`,
  time: {
    number: (of: string, when: string) => `${of} by ${when}`,
    hour: (of: string, when: string) => `${of} per hour of ${when}`,
    day: (of: string, when: string) => `${of} per day of ${when}`,
    week: (of: string, when: string) => `${of} per week of ${when}`,
    month: (of: string, when: string) => `${of} per month of ${when}`,
    year: (of: string, when: string) => `${of} per year of ${when}`,
  },
  others: (count: number) => (count === 1 ? "1 other" : `${countText(count)} others`),
  rows: (count: number) => counted(count, "row"),
  /** A mark as it is heard: "Acme GmbH: 1204.50 EUR, 12 % of the total, 120 rows". */
  mark: (name: string, amount: string, part: string, rows: string) =>
    [
      `${name}: ${amount}`,
      ...(part === "" ? [] : [`${part} of the total`]),
      ...(rows === "" ? [] : [rows]),
    ].join(", "),
  between: (from: string, to: string) => `${from} to ${to}`,
  total: "Total",
  hint: "Click a mark to keep only its rows; click again to bring all back.",
  /** What a link carries. */
  aPicture: "a picture",
  misfit: (name: string) => `the picture by ${name}`,
  carried: (by: string) => `bars by ${by}`,
});
