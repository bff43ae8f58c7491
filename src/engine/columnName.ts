/**
 * What the header says about a column: the words it is made of (`lineItem/UnblendedCost` is line,
 * item, unblended, cost), whether it is named like an id, an amount, a rate or a quantity, and a
 * currency it states. The last telling word decides, as the ones before it only describe it.
 */

export type NameSense = "id" | "amount" | "rate" | "quantity" | undefined;

/** What a single word may say; a price is a rate or an amount, as the other words have it. */
type WordSense = Exclude<NameSense, undefined> | "price";

export function wordsOf(name: string): readonly string[] {
  return (name.match(WORDS) ?? []).map((word) => word.toLowerCase());
}

export function senseOf(name: string): NameSense {
  if (name.includes("%")) return "rate";
  const words = wordsOf(name);
  if (words.some((word) => PER.has(word))) return "rate";
  if (words[0] === "number" && words[1] === "of") return "quantity";
  const main = beforePreposition(words);
  const sense = lastSense(main);
  if (sense === "price") return priceSense(words);
  if (sense !== "amount") return sense;
  // "Usage amount", "Hours total" and "Amount of traffic" are quantities, "Cost of traffic" isn't.
  const telling = lastSense(withoutVague(main)) ?? lastSense(withoutVague(words));
  if (telling === "price") return priceSense(words);
  return telling === "quantity" ? "quantity" : "amount";
}

/** A code such as `EUR` in the header, as in `Cost (EUR)`, `Amount EUR`, `EUR amount`, `Cost in €`. */
export function statedCurrency(name: string): string | undefined {
  for (const [sign, code] of SIGNS) if (name.includes(sign)) return code;
  const bracketed = /[([]\s*([A-Z]{3})\s*[)\]]/.exec(name)?.[1];
  if (bracketed !== undefined && isCurrencyCode(bracketed)) return bracketed;
  const words = name.match(WORDS) ?? [];
  return [words.at(-1), words[0]].find(
    (word) => word !== undefined && isCurrencyCode(word) && !ENGLISH.has(word),
  );
}

export function isNamedCurrency(name: string): boolean {
  return wordsOf(name).some((word) => word === "currency" || word === "ccy" || word === "curr");
}

/** A price is that of one unit, unless other words say it is that of the whole line. */
function priceSense(words: readonly string[]): NameSense {
  const whole = words.some((word) => TOTALLING.has(word)) && !words.includes("unit");
  return whole ? "amount" : "rate";
}

function beforePreposition(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, place) => place > 0 && PREPOSITIONS.has(word));
  return at === -1 ? words : words.slice(0, at);
}

function withoutVague(words: readonly string[]): readonly string[] {
  return words.filter((word) => !VAGUE.has(word));
}

function lastSense(words: readonly string[]): WordSense | undefined {
  for (const word of words.toReversed()) {
    const sense = SENSES.get(word);
    if (sense !== undefined) return sense;
    const singular = word.endsWith("s") ? SENSES.get(word.slice(0, -1)) : undefined;
    // "Client" is which one, "Clients" is how many.
    if (singular !== undefined) return singular === "id" ? "quantity" : singular;
  }
  return undefined;
}

let currencyCodes: ReadonlySet<string> | undefined;

function isCurrencyCode(word: string): boolean {
  currencyCodes ??= new Set(Intl.supportedValuesOf("currency"));
  return currencyCodes.has(word);
}

/** Runs of capitals, capitalised words, lower-case words, digits; in any script. */
const WORDS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{N}+/gu;

const SENSES: ReadonlyMap<string, WordSense> = new Map<string, WordSense>([
  ...senses("id", "id ids uuid guid number no nr code account invoice subscription sku zip phone"),
  ...senses("id", "postcode postal mobile fax client customer tenant reseller contract order"),
  ...senses("id", "project ticket reference ref key iban ean gtin isbn serial center centre user"),
  ...senses("id", "clientid customerid accountid userid asn license licence"),
  ...senses("id", "year quarter month period day date"),
  ...senses("amount", "cost amount charge fee tax taxes vat net gross balance credit debit paid"),
  ...senses("amount", "total subtotal sum revenue expense payment refund discount due spend"),
  ...senses("amount", "commitment turnover margin profit surcharge"),
  ...senses("price", "price"),
  ...senses("rate", "rate percent percentage ratio factor share multiplier tariff"),
  ...senses("quantity", "usage quantity qty count units hour minute second volume traffic bytes"),
  ...senses("quantity", "kb mb gb tb gib tib request size duration reservation seat"),
]);

const PER = new Set(["per", "percent", "percentage"]);
const PREPOSITIONS = new Set(["for", "of", "in", "by", "to", "from", "before", "after"]);
const TOTALLING = new Set(["total", "subtotal", "extended", "line", "net", "gross", "sum"]);
const VAGUE = new Set(["amount", "total", "sum", "net", "gross", "balance"]);
/** Codes that are common words in capitals. */
const ENGLISH = new Set(["ALL", "TOP", "TRY", "CUP", "MOP", "MAD", "GEL", "LAK", "SOS"]);
const SIGNS = [
  ["€", "EUR"],
  ["£", "GBP"],
  ["US$", "USD"],
] as const;

function senses(sense: WordSense, words: string): readonly (readonly [string, WordSense])[] {
  return words.split(" ").map((word) => [word, sense]);
}
