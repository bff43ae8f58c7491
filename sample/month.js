/*
 * A reseller's October 2026, at any number of rows. Sorted by client and product as a report is, one
 * seeded generator per row. Money is exact: usage (millionths) × unit price (millionths) is an
 * integer below 2^53 and becomes a decimal string of 12 places, so Cost = Usage × Unit price and
 * Tax = Cost × Tax rate ÷ 100, cut at the twelfth place, hold to the last digit in every row.
 */
import { PRODUCTS, clientsOf } from "./catalogue.js";
import { Random, mix, uuidOf } from "./random.js";

export const MONTH_HEADERS = Object.freeze([
  "Client ID",
  "Client",
  "Product",
  "Feature",
  "Region",
  "Date from",
  "Date to",
  "Currency",
  "Cost",
  "Tax rate",
  "Tax",
  "Usage",
  "Unit",
  "Unit price",
  "Plan",
  "Subscription ID",
  "Resource",
  "Description",
  "Deleted",
  "Comment",
]);

/** Amounts a row may cost, in hundredths: many small ones, few large ones. */
const COST_SCALE = [5, 40, 120, 300, 650, 1_100, 2_400, 4_800, 9_500, 19_000, 62_000, 240_000];

const COMMENTS = [
  "agreed by phone, ticket",
  "see purchase order",
  "moved from another account, ticket",
  "=SUM(A1:A3) says the customer, ticket",
  "+49 30 5557 0142 asked for a copy,",
  "- not to be invoiced twice, ticket",
  "@finance: check with contract",
  "price per annex B, line",
];

const DAYS = Array.from({ length: 32 }, (_, day) => `2026-10-${String(day).padStart(2, "0")}`);

const PLACES = 1e12;

/** @param {number} day 1 to 31 @returns {string} */
function dayOf(day) {
  return /** @type {string} */ (DAYS[day]);
}

/** @param {number} trillionths an exact integer @returns {string} */
function decimal12(trillionths) {
  const size = Math.abs(trillionths);
  const whole = Math.floor(size / PLACES);
  const rest = String(size - whole * PLACES + PLACES).slice(1);
  return trillionths < 0 ? `-${whole}.${rest}` : `${whole}.${rest}`;
}

/** @param {number} millionths an exact integer @returns {string} ten decimal places */
function decimal10(millionths) {
  const size = Math.abs(millionths);
  const whole = Math.floor(size / 1e6);
  const rest = String(size - whole * 1e6 + 1e6).slice(1);
  return millionths < 0 ? `-${whole}.${rest}0000` : `${whole}.${rest}0000`;
}

/**
 * cost × rate, without leaving the exact integers.
 * @param {number} cost trillionths, ≥ 0
 * @param {number} rate hundredths of a percent
 * @returns {number} trillionths, cut
 */
function taxOf(cost, rate) {
  const high = Math.floor(cost / 1e6) * rate;
  const low = (cost % 1e6) * rate;
  const quotient = Math.floor(high / 1e4);
  return quotient * 1e6 + Math.floor(((high - quotient * 1e4) * 1e6 + low) / 1e4);
}

/** @param {readonly number[]} weights @returns {Float64Array} where each share ends, in 0…1 */
function sharesOf(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight) / total);
}

/**
 * @param {Float64Array} ends
 * @param {number} at 0 ≤ at < 1
 * @returns {number} the share that holds `at`
 */
function shareAt(ends, at) {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at < /** @type {number} */ (ends[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

const PRODUCT_ENDS = sharesOf(PRODUCTS.map((product) => product.weight));

/**
 * @param {number} rowCount
 * @param {number} seed
 * @returns {(index: number) => readonly import("./report.js").Cell[]}
 */
export function monthRows(rowCount, seed) {
  const clients = clientsOf(rowCount > 5_000 ? 10 : 1);
  const clientEnds = sharesOf(clients.map((_, i) => 1 + (mix(seed, i) % 900) / 100));
  return (index) => {
    const place = index / rowCount;
    const c = shareAt(clientEnds, place);
    const start = c === 0 ? 0 : /** @type {number} */ (clientEnds[c - 1]);
    const within = (place - start) / (/** @type {number} */ (clientEnds[c]) - start);
    const p = shareAt(PRODUCT_ENDS, within);
    const client = /** @type {import("./catalogue.js").Client} */ (clients[c]);
    const product = /** @type {import("./catalogue.js").Product} */ (PRODUCTS[p]);

    const random = new Random(mix(seed, index));
    const feature = random.pick(product.features);
    const from = 1 + random.below(31);
    const wholeMonth = random.below(4) === 0;
    const hundredths = 1 + random.below(random.pick(COST_SCALE));
    const price = feature.priceMillionths;
    const usage = Math.floor((hundredths * 1e10) / price) + random.below(100_000);
    const sign = random.below(40) === 0 ? -1 : 1;
    const cost = usage * price;
    const subscription = random.below(40);
    const number = random.below(100_000_000);
    const note = random.below(25);
    const subscriptionId = uuidOf(c * 16 + p, subscription);
    const resource = `${product.resource}-${client.slug}-${subscriptionId.slice(0, 23)}`;
    return [
      client.id,
      client.name,
      product.name,
      feature.name,
      random.pick(product.regions),
      dayOf(wholeMonth ? 1 : from),
      dayOf(wholeMonth ? 31 : from),
      client.currency,
      decimal12(sign * cost),
      client.taxRate,
      decimal12(sign * taxOf(cost, client.taxHundredths)),
      decimal10(sign * usage),
      feature.unit,
      decimal10(price),
      random.pick(product.plans),
      subscriptionId,
      resource,
      `${sign < 0 ? "Credit: " : ""}${feature.says} ${number}.${client.slug}.example`,
      random.below(33) === 0,
      note === 0 ? `${random.pick(COMMENTS)} ${4_000 + (number % 5_000)}` : note < 4 ? "" : null,
    ];
  };
}
