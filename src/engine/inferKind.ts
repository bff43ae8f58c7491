/**
 * The kind of a column, from what its values look like and what it is called. Only what holds for
 * all values counts: one value that is no number makes a column text (and how many are numbers is
 * kept). In doubt a column is not money, so that nothing is summed by mistake.
 */

import type { ColumnKind } from "../model/column.ts";
import { senseOf, type NameSense } from "./columnName.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { ValueClass } from "./valueClass.ts";

export interface InferredKind {
  readonly kind: ColumnKind;
  /** Values that fit the kind; for text, those that are numbers. */
  readonly fitting: number;
  /** The name spoke for the kind. */
  readonly named: boolean;
}

/** `besideCurrency`: a neighbour of the column holds currency codes. */
export function inferKind(
  profile: ColumnProfile,
  name: string,
  besideCurrency: boolean,
): InferredKind {
  const { values, numbers } = profile;
  if (values > 0 && numbers === values) {
    const sense = senseOf(name);
    const kind = numberKind(profile, sense, besideCurrency);
    const named = (kind === "id" && sense === "id") || (kind === "money" && sense === "amount");
    return { kind, fitting: values, named };
  }
  const kind = wordKind(profile, values);
  return { kind, fitting: kind === "text" ? numbers : values, named: false };
}

function numberKind(profile: ColumnProfile, sense: NameSense, besideCurrency: boolean): ColumnKind {
  const { tallies } = profile;
  const isMeasure = sense === "amount" || sense === "rate" || sense === "quantity";
  const hasFractions = tallies[ValueClass.decimal]! > 0;
  // `007` is a label; so are `662E41` and twenty digits, unless the column is known to measure.
  if (tallies[ValueClass.zeroInteger]! > 0 && !(hasFractions && isMeasure)) return "id";
  if (sense === "amount") return "money";
  const hasPowers = tallies[ValueClass.power]! > 0;
  if (isMeasure) return hasFractions || hasPowers ? "decimal" : "integer";
  if (hasFractions) return besideCurrency && sense === undefined ? "money" : "decimal";
  if (sense === "id" || hasPowers || tallies[ValueClass.longInteger]! > 0) return "id";
  return "integer";
}

function wordKind(profile: ColumnProfile, values: number): ColumnKind {
  if (values === 0) return "text";
  if (profile.count(ValueClass.boolean) === values) return "boolean";
  if (profile.count(ValueClass.date, ValueClass.dayFirstDatetime) !== values) return "text";
  const { tallies } = profile;
  const monthFirst = tallies[ValueClass.monthFirst]! + tallies[ValueClass.monthFirstDatetime]!;
  const dayFirst = tallies[ValueClass.dayFirst]! + tallies[ValueClass.dayFirstDatetime]!;
  if (monthFirst > 0 && dayFirst > 0) return "text";
  const timed =
    tallies[ValueClass.datetime]! +
    profile.count(ValueClass.slashDatetime, ValueClass.dayFirstDatetime);
  return timed > 0 ? "datetime" : "date";
}
