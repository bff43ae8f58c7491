/*
 * Links nobody would write: valid ones damaged at random, through reading, planning and, for some,
 * the engine. Reading never throws, stays within its bounds and gives a view that can be written
 * again to the same view; a pattern from a link takes steps in proportion to the text it reads.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createQueryRunner } from "../engine/queryRunner.ts";
import { summarise } from "../engine/summarise.ts";
import { createTableBuilder } from "../engine/tableBuilder.ts";
import { batchOf } from "../engine/testing/buildTable.ts";
import { formatRoute, parseRoute } from "../link/route.ts";
import { compilePattern } from "../model/pattern.ts";
import { planView } from "../model/planView.ts";
import { findReportId } from "../model/reportId.ts";
import { anyView } from "../model/testing/anyView.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { DEFAULT_VIEW, MAX_FILTERS, MAX_SORT_KEYS, MAX_WIDTH } from "../model/viewState.ts";
import { viewText } from "../app/viewText.ts";
import { damaged, fuzzPlan, runCases, type Chance } from "./testing/fuzz.ts";

const plan = fuzzPlan(40_000);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const REPORT = findReportId("3c90c3cc-0d44-4b50-8888-8dd25736052a");
if (REPORT === undefined) throw new Error("no id");
const reportId = REPORT;

const WHOLE = [
  `#/r/${reportId}?show=Client,Product,Cost&sort=-Cost,Client&where=Client:is:Acme%20GmbH|Globex&where=Cost:gte:10.5&where=Region:notblank&find=cdn&data=a7f39c2104be51d0`,
  `#/r/${reportId}?where=Client:matches:%5Eac.%2Be(a%2B)%2B%24&where=Cost:between:1|2&width=Cost:180&exact=1`,
  `#/r/${reportId}?kind=Cost:money,Client:id&money=Cost:by:Currency&totals=Cost&pin=Client,Cost:right`,
  `#/r/${reportId}?sort=${Array.from({ length: 1_000 }, (_, i) => `c${i}`).join(",")}`,
  "#/",
  "",
];
const LINKS = [
  ...WHOLE,
  ...fc
    .sample(anyView, { seed: plan.seed, numRuns: 400 })
    .map((view) => formatRoute({ screen: "report", reportId, view, fingerprint: undefined })),
].map((link) => encoder.encode(link));
const PIECES = [
  ..."show= sort= where= find= pin= width= kind= money= totals= exact=1 data= end=1 v=1 v=2 v=99999999999999999999".split(
    " ",
  ),
  ..."& &amp; = : , | - % ~ ~~ ~2 %2 %ED %ED%A0%80 %C3 %00 + # ? / :none :right :asc :desc by".split(
    " ",
  ),
  ..."is: isnt: matches: between: gte: blank notblank Client Cost __proto__ constructor toString".split(
    " ",
  ),
  ..."(a*)*b ((a|aa)+)+$ [^] \\b a{100} (?=a) {1,} \u202e \u2066 \u200b \ud83d\ude00 <b> javascript:".split(
    " ",
  ),
  "%28a*%29*b",
  "where=Client:matches:",
  ",a".repeat(300),
  "&where=a:is:b".repeat(300),
  "(".repeat(300),
].map((piece) => encoder.encode(piece));

const HEADERS = ["Client", "Cost", "Region", "Currency", "__proto__", "constructor", "Cost", ""];
const ROWS = Array.from({ length: 40 }, (_, row) => [
  `Client ${row % 7}`,
  `${row}.${row * 7}`,
  row % 3 === 0 ? null : "eu",
  row % 2 === 0 ? "EUR" : "USD",
  "p",
  "aaaaaaaaaaaaaaaaaaaaaaaa!",
  row,
  "",
]);
const builder = createTableBuilder();
builder.sink.headers(HEADERS);
builder.sink.append(batchOf(ROWS));
builder.seal();
const { table } = builder;
const { columns } = summarise(table);
const runner = createQueryRunner(table);

/** The address bar may hold lone surrogates too: they come from bytes that are no UTF-8. */
function damagedLink(chance: Chance): string {
  const bytes = damaged(chance.pick(LINKS), LINKS, PIECES, chance);
  const isText = chance.below(4) > 0;
  return isText ? decoder.decode(bytes) : String.fromCharCode(...bytes.subarray(0, 4_000));
}

const LONG = "a".repeat(500);

/** Steps a character may take whatever the pattern: each of its 512 steps once or twice. */
const STEPS_PER_CHARACTER = 2_048;

test(`damaged links are read within bounds and written again, seed ${plan.seed}`, async () => {
  const seen = { views: 0, filters: 0, patterns: 0 };
  const queries = new Set<ReturnType<typeof planView>["query"]>();
  runCases(plan, (chance) => {
    const link = damagedLink(chance);
    const opened = parseRoute(link);
    if (opened.notUnderstood.length > 1_001) throw new Error("too much is named");
    for (const piece of opened.notUnderstood) {
      if (!/^[^\p{C}\p{Zl}\p{Zp}]{1,61}$/u.test(piece)) throw new Error(`named: ${piece}`);
    }
    if (opened.screen !== "report") return;
    const { view } = opened;
    if (view !== DEFAULT_VIEW) seen.views++;
    // Thrown, not expected: a hundred thousand `expect`s take longer than what they look at.
    const isBounded =
      view.sort.length <= MAX_SORT_KEYS &&
      view.filters.length <= MAX_FILTERS &&
      [...view.widths.values()].every((width) => width <= MAX_WIDTH);
    if (!isBounded) throw new Error("more than a view may have");
    const written = formatRoute(opened);
    const again = parseRoute(written);
    if (again.screen !== "report" || formatRoute(again) !== written) {
      throw new Error(`not the same again: ${written}`);
    }
    if (again.notUnderstood.length > 0 || again.cut || again.newer) throw new Error(written);
    viewText(view);
    planView(view, []);
    const planned = planView(view, columns);
    if (view.filters.length > 0) seen.filters++;
    for (const filter of view.filters) {
      if (filter.kind !== "matches") continue;
      const pattern = compilePattern(filter.value);
      if ("problem" in pattern) continue;
      seen.patterns++;
      pattern.test(`${LONG}!${LONG}`);
      if (pattern.work() > STEPS_PER_CHARACTER * 2 * LONG.length) {
        throw new Error(`${pattern.work()} steps for ${filter.value}`);
      }
    }
    if (queries.size < 3_000 && chance.below(8) === 0) queries.add(planned.query);
  });
  for (const query of queries) {
    const order = await runner.run(query, UNINTERRUPTED, (id) => columns[id]?.kind ?? "text");
    expect(order.rowCount).toBeLessThanOrEqual(ROWS.length);
  }
  // Most of what a link can say is still said after the damage.
  expect(seen.views).toBeGreaterThan(plan.cases / 4);
  expect(seen.filters).toBeGreaterThan(plan.cases / 10);
  expect(seen.patterns).toBeGreaterThan(plan.cases / 200);
});
