/**
 * Filters as people say them: "Client is Acme GmbH or Globex", "Cost ≥ 10". One sentence is made of
 * plain and strong pieces; joined they are the name of the chip's buttons. Values stay as
 * written; `localFilter` has them as cells draw them.
 */

import { numberText, operandText, valueText } from "../grid/localWriting.ts";
import type { Column, ColumnKey } from "../model/column.ts";
import type { ColumnValue } from "../model/columnValues.ts";
import { type Filter, isTextCondition } from "../model/filter.ts";
import type { ViewState } from "../model/viewState.ts";
import { filterWords } from "../words/en/filter.ts";
import { shortText } from "./shortText.ts";

export interface WordPiece {
  readonly text: string;
  /** A value of the person: shown stronger. */
  readonly strong: boolean;
  /** A text of the report or of a link, to be set apart from the words of ours. */
  readonly foreign: boolean;
}

type FilterWords = typeof filterWords;

/** On the page, a long list is told by its first values. */
const NAMED_VALUES = 3;

export function filterPieces(
  filter: Filter<ColumnKey>,
  labelOf: (column: ColumnKey) => string,
  namedValues = NAMED_VALUES,
  words = filterWords,
): readonly WordPiece[] {
  return [
    { text: labelOf(filter.column), strong: false, foreign: true },
    plain(` ${words.conditions[filter.kind]}`),
    ...valuePieces(filter, namedValues, words),
  ];
}

export function filterText(
  filter: Filter<ColumnKey>,
  labelOf: (column: ColumnKey) => string,
  namedValues = NAMED_VALUES,
  words = filterWords,
): string {
  return filterPieces(filter, labelOf, namedValues, words)
    .map((piece) => piece.text)
    .join("");
}

function valuePieces(
  filter: Filter<ColumnKey>,
  namedValues: number,
  words: FilterWords,
): readonly WordPiece[] {
  if ("values" in filter) {
    return listPieces(
      filter.values,
      filter.kind === "is" ? words.or : words.nor,
      namedValues,
      words,
    );
  }
  if ("value" in filter) return [plain(" "), strong(filter.value)];
  if ("from" in filter)
    return [plain(" "), strong(filter.from), plain(words.and), strong(filter.to)];
  return [];
}

function listPieces(
  values: readonly string[],
  last: string,
  namedValues: number,
  words: FilterWords,
): readonly WordPiece[] {
  if (values.length === 0) return [plain(` ${words.noneOfValues}`)];
  const named = values.slice(0, namedValues).map((value) => valueName(value, words));
  const more = values.length - named.length;
  if (more > 0) named.push(words.more(more));
  return named.flatMap((name, i) => [
    plain(i === 0 ? " " : i === named.length - 1 ? last : ", "),
    strong(name),
  ]);
}

/** A filter with its values as a reader of the page writes them. */
export function localFilter(
  filter: Filter<ColumnKey>,
  columns: readonly Column[],
): Filter<ColumnKey> {
  const { commas = false, kind = "text" } = columns.find(({ key }) => key === filter.column) ?? {};
  const value = (text: string): string => (commas ? numberText(text, true) : valueText(text, kind));
  return writtenFilter(filter, value, operandText);
}

/** A view whose filters have the file's own decimal commas, for words that are nobody's in particular. */
export function inFile(view: ViewState, columns: readonly Column[] = []): ViewState {
  const filters = view.filters.map((filter) => {
    const commas = columns.find(({ key }) => key === filter.column)?.commas === true;
    const write = (text: string): string => numberText(text, commas);
    return writtenFilter(filter, write, write);
  });
  return { ...view, filters };
}

/** One of a column's values, as its cells are written. */
export function listedName(
  { text, written }: Pick<ColumnValue, "text" | "written">,
  { kind }: Column,
): string {
  return shortText(valueName(written === text ? valueText(text, kind) : written));
}

/** The empty value stands for blank cells; white space alone would not be seen. */
export function valueName(value: string, words: FilterWords = filterWords): string {
  if (value === "") return words.blankValue;
  return value.trim() === "" ? words.quoted(value) : value;
}

function plain(text: string): WordPiece {
  return { text, strong: false, foreign: false };
}

function strong(text: string): WordPiece {
  return { text, strong: true, foreign: true };
}

/** `value` writes a cell's value, `operand` what a column is compared with. */
function writtenFilter(
  filter: Filter<ColumnKey>,
  value: (text: string) => string,
  operand: (text: string) => string,
): Filter<ColumnKey> {
  if ("values" in filter) return { ...filter, values: filter.values.map(value) };
  if ("from" in filter) return { ...filter, from: operand(filter.from), to: operand(filter.to) };
  return "value" in filter && !isTextCondition(filter.kind)
    ? { ...filter, value: operand(filter.value) }
    : filter;
}
