/*
 * A walk of many random actions, by role and name, and after each of them the whole of what is on
 * screen against the report's JSON: the rows' texts in their order, counts, totals, chips. Now and
 * then the link is opened by somebody else, who must see the same. A failure names the seed and the
 * way there: WALK_SEED=7 walks another way.
 */
import type { Browser, Page } from "@playwright/test";
import { Random } from "../sample/random.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { connect, expect, openSample, test } from "./fixtures.ts";
import { cellOf, expectEnds, gridOf, headerAt, rowsShown } from "./grid.ts";
import { type OracleReport, type OracleSort, askReport } from "./oracle.ts";
import { type Rows, rowsOfView, sumsBy } from "./viewOracle.ts";

const SEED = Number(process.env["WALK_SEED"] ?? 20_261_124);

interface Question {
  readonly column: number;
  readonly text: string;
  readonly isKept: boolean;
}

/** What the person asked for, and so what must be on screen. */
interface View {
  readonly questions: readonly Question[];
  readonly search: string;
  readonly sort: readonly OracleSort[];
  /** Columns on screen, in order, with what is pinned at its edge. */
  readonly columns: readonly number[];
  readonly pinned: readonly number[];
  /** Rows are in groups by this column, folded. */
  readonly group: number | undefined;
  readonly isAsSent: boolean;
  readonly isFilled: boolean;
  readonly hasPicture: boolean;
}

const START: View = {
  questions: [],
  search: "",
  sort: [],
  columns: [],
  pinned: [],
  group: undefined,
  isAsSent: false,
  isFilled: false,
  hasPicture: false,
};

interface Land {
  readonly id: string;
  readonly report: OracleReport;
  /** The rows there are in the way of reading. */
  readonly rowsOf: (view: View) => Rows;
  /** Columns to sort by, and how; of Latin letters, as other scripts stand in another order than the oracle's. */
  readonly sorts: readonly Omit<OracleSort, "descending">[];
  /** Columns whose cells are asked for. */
  readonly asked: readonly number[];
  readonly searches: readonly string[];
  readonly groups: readonly number[];
  readonly amounts: readonly number[];
  readonly currency: number;
  readonly hasLines: boolean;
}

interface Walk {
  readonly page: Page;
  readonly land: Land;
  readonly random: Random;
  /** History: each deliberate action adds an entry. */
  entries: View[];
  at: number;
}

interface Step {
  readonly name: string;
  readonly act: () => Promise<void>;
  /** The view it leads to; none for a way through the history. */
  readonly leads: View | undefined;
  /** Takes the present entry's place in the history. */
  readonly replaces?: boolean;
  readonly goes?: number;
}

const menuItem = async (page: Page, position: number, name: string) => {
  await headerAt(page, position).getByRole("button").last().click();
  await page.getByRole("menuitem", { name, exact: true }).click();
};

const viewRows = (land: Land, view: View): Rows =>
  rowsOfView(land.rowsOf(view), {
    ...view,
    filters: view.questions.map(
      ({ column, text, isKept }) =>
        (row) =>
          (row[column] === text) === isKept,
    ),
  });

/** What can be done in a view; each draws what it needs from chance. */
const STEPS: Readonly<Record<string, (walk: Walk, view: View) => Step | undefined>> = {
  sort: ({ page, land, random }, view) => {
    if (land.sorts.length === 0) return undefined;
    const { column, by } = random.pick(land.sorts);
    const position = view.columns.indexOf(column);
    if (position < 0 || view.group !== undefined) return undefined;
    const now = view.sort.find((key) => key.column === column);
    const isAlone = view.sort.length === 1 && now !== undefined;
    const descending = isAlone && !now.descending;
    const sort = isAlone && now.descending ? [] : [{ column, by, descending }];
    return {
      name: `sort by ${column}`,
      act: () => headerAt(page, position).getByRole("button").first().click(),
      leads: { ...view, sort },
    };
  },
  filter: ({ page, land, random }, view) => {
    const rows = viewRows(land, view);
    if (view.group !== undefined || rows.length === 0 || view.questions.length > 2) {
      return undefined;
    }
    const row = random.below(Math.min(rows.length, 12));
    const column = random.pick(land.asked);
    const position = view.columns.indexOf(column);
    if (position < 0) return undefined;
    const text = rows[row]?.[column] ?? "";
    const isKept = random.below(2) === 0;
    const question = { column, text, isKept };
    return {
      name: `${isKept ? "only" : "not"} the cell ${row}, ${column}`,
      act: async () => {
        await gridOf(page).focus();
        await page.keyboard.press("Control+Home");
        await cellOf(page, row, position).click();
        await page.keyboard.press(isKept ? "=" : "!");
      },
      leads: { ...view, questions: [...view.questions, question] },
    };
  },
  unfilter: ({ page, random }, view) => {
    if (view.questions.length === 0) return undefined;
    const index = random.below(view.questions.length);
    return {
      name: `remove filter ${index}`,
      act: () =>
        page
          .getByRole("list", { name: "Filters" })
          .getByRole("button", { name: /^Remove filter/ })
          .nth(index)
          .click(),
      leads: { ...view, questions: view.questions.toSpliced(index, 1) },
    };
  },
  search: ({ page, land, random }, view) => {
    const search = view.search === "" ? random.pick(land.searches) : "";
    return {
      name: `search "${search}"`,
      act: async () => {
        await page.getByRole("searchbox", { name: "Search all columns" }).fill(search);
        await expect(page).toHaveURL(search === "" ? /^(?!.*find=)/ : /find=/);
      },
      leads: { ...view, search },
      replaces: true,
    };
  },
  hide: ({ page, random }, view) => {
    if (view.columns.length < 6 || view.group !== undefined) return undefined;
    const position = random.below(view.columns.length);
    const column = view.columns[position];
    if (view.pinned.includes(column ?? -1)) return undefined;
    return {
      name: `hide column ${column}`,
      act: () => menuItem(page, position, "Hide column"),
      leads: { ...view, columns: view.columns.toSpliced(position, 1) },
    };
  },
  move: ({ page, random }, view) => {
    if (view.group !== undefined || view.pinned.length > 0) return undefined;
    const position = random.below(view.columns.length - 1);
    const [left = 0, right = 0] = view.columns.slice(position);
    return {
      name: `move column ${left} to the right`,
      act: () => menuItem(page, position, "Move right"),
      leads: { ...view, columns: view.columns.toSpliced(position, 2, right, left) },
    };
  },
  pin: ({ page, random }, view) => {
    if (view.group !== undefined || view.pinned.length > 0) return undefined;
    const position = random.below(view.columns.length);
    const column = view.columns[position] ?? 0;
    return {
      name: `pin column ${column}`,
      act: () => menuItem(page, position, "Pin left"),
      leads: {
        ...view,
        columns: [column, ...view.columns.toSpliced(position, 1)],
        pinned: [column],
      },
    };
  },
  group: ({ page, land, random }, view) => {
    if (land.groups.length === 0) return undefined;
    if (view.group !== undefined) {
      return {
        name: "no groups",
        act: () =>
          page
            .getByRole("region", { name: "Groups" })
            .getByRole("button", { name: /^Do not group by/ })
            .click(),
        leads: { ...view, group: undefined },
      };
    }
    const group = random.pick(land.groups);
    const position = view.columns.indexOf(group);
    if (position < 0) return undefined;
    return {
      name: `group by ${group}`,
      act: () => menuItem(page, position, "Group by this column"),
      leads: { ...view, group },
    };
  },
  lines: ({ page, land }, view) => {
    if (!land.hasLines) return undefined;
    const name = view.isAsSent ? "Set them aside" : "Show the report as sent";
    return {
      name,
      act: () => page.getByRole("button", { name, exact: true }).click(),
      leads: { ...view, isAsSent: !view.isAsSent },
    };
  },
  fill: ({ page, land }, view) => {
    if (!land.hasLines || view.isAsSent) return undefined;
    const name = view.isFilled ? "Do not fill" : "Fill down";
    return {
      name,
      act: () => page.getByRole("button", { name, exact: true }).click(),
      leads: { ...view, isFilled: !view.isFilled },
    };
  },
  picture: ({ page, land }, view) => {
    if (land.amounts.length === 0) return undefined;
    return {
      name: "picture",
      act: () => page.getByRole("button", { name: "Picture", exact: true }).click(),
      leads: { ...view, hasPicture: !view.hasPicture },
    };
  },
  back: ({ page, at }) =>
    at === 0
      ? undefined
      : { name: "back", act: async () => void (await page.goBack()), leads: undefined, goes: -1 },
  forward: ({ page, at, entries }) =>
    at === entries.length - 1
      ? undefined
      : {
          name: "forward",
          act: async () => void (await page.goForward()),
          leads: undefined,
          goes: 1,
        },
  reload: ({ page, land }, view) => ({
    name: "reload",
    act: async () => {
      await page.reload();
      await connect(page, land.id);
    },
    leads: view,
    replaces: true,
  }),
};
const NAMES = Object.keys(STEPS);

const count = (rows: number) => rows.toLocaleString("en");

/** Everything on screen is of the view. */
async function expectView(page: Page, land: Land, view: View): Promise<void> {
  const rows = viewRows(land, view);
  const all = land.rowsOf(view).length;
  await expect(rowsShown(page)).toHaveText(
    `${count(rows.length)} of ${count(all)} ${all === 1 ? "row" : "rows"}`,
  );
  await expect(
    page.getByRole("list", { name: "Filters" }).getByRole("button", { name: /^Remove filter/ }),
  ).toHaveCount(view.questions.length);
  await expect(page.getByRole("searchbox", { name: "Search all columns" })).toHaveValue(
    view.search,
  );
  await expect(page.getByRole("region", { name: "Picture" })).toHaveCount(view.hasPicture ? 1 : 0);
  const { group } = view;
  if (group === undefined) {
    const drawn = rows.map((row) => view.columns.map((column) => row[column] ?? ""));
    await expectEnds(page, drawn);
  } else {
    const values = new Set(rows.map((row) => row[group] ?? ""));
    await expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(values.size + 1));
  }
  await expect(gridOf(page)).toHaveAttribute("aria-busy", "false");
  for (const column of view.isAsSent || rows.length === 0 ? [] : land.amounts) {
    const name = land.report.headers[column] ?? "";
    const figure = page
      .getByRole("region", { name: "Totals" })
      .getByRole("definition")
      .filter({ has: page.locator(`xpath=../dt[normalize-space(.)="${name} shown"]`) });
    const expected = [...sumsBy(rows, column, land.currency)].map(
      ([code, sum]) => `${sum.toFixed(12)} ${code}`,
    );
    for (const sum of expected) await expect(figure.filter({ hasText: sum })).toHaveCount(1);
    await expect(figure).toHaveCount(expected.length);
  }
}

/** Somebody else with the link, and their own key. */
async function expectLink(browser: Browser, page: Page, land: Land, view: View): Promise<void> {
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const other = await context.newPage();
  const said: string[] = [];
  other.on("console", (message) => {
    if (message.type() === "error") said.push(message.text());
  });
  other.on("pageerror", (error) => said.push(String(error)));
  await other.goto(page.url());
  await connect(other, land.id);
  await expectView(other, land, view);
  expect(said).toEqual([]);
  await context.close();
}

async function walk(browser: Browser, page: Page, land: Land, seed: number, steps: number) {
  const random = new Random(seed);
  const start: View = { ...START, columns: [...(land.rowsOf(START)[0] ?? []).keys()] };
  const way: Walk = { page, land, random, entries: [start], at: 0 };
  await page.setViewportSize({ width: 1_000 + start.columns.length * 180, height: 700 });
  await openSample(page, land.id);
  if (land.hasLines) await expect(page.getByRole("button", { name: "Fill down" })).toBeVisible();
  const said: string[] = [];
  try {
    for (let made = 0; made < steps;) {
      const view = way.entries[way.at] ?? start;
      const name = random.pick(NAMES);
      const step = STEPS[name]?.(way, view);
      if (step === undefined) continue;
      said.push(step.name);
      made += 1;
      // oxlint-disable-next-line no-await-in-loop -- a walk is one step after the other
      await step.act();
      if (step.goes !== undefined) way.at += step.goes;
      else if (step.replaces === true) way.entries[way.at] = step.leads ?? view;
      else way.entries = [...way.entries.slice(0, ++way.at), step.leads ?? view];
      const now = way.entries[way.at] ?? start;
      // oxlint-disable-next-line no-await-in-loop -- as above
      await expectView(page, land, now);
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (made === steps || made * 2 === steps) await expectLink(browser, page, land, now);
    }
  } catch (error) {
    throw new Error(`seed ${seed}, on the way ${said.join(" → ")}: ${String(error)}`, {
      cause: error,
    });
  }
}

// A name that is nowhere ends the walk, with the way there.
test.use({ actionTimeout: 60_000 });

const number = (column: number) => ({ column, by: "number" }) as const;
const text = (column: number) => ({ column, by: "text" }) as const;

test("a month", async ({ page, app, browser }) => {
  const { id } = SAMPLE_REPORTS.month;
  const report = await askReport(app.url, id);
  const land: Land = {
    id,
    report,
    rowsOf: () => report.rows,
    sorts: [number(8), number(10), text(2), text(3), text(0)],
    asked: [0, 1, 2, 3, 7],
    searches: ["cdn", "acme", "2026-10-1", "no such text"],
    groups: [1, 2, 7],
    amounts: [8, 10],
    currency: 7,
    hasLines: false,
  };
  await walk(browser, page, land, SEED, 24);
});

test("an old-style report", async ({ page, app, browser }) => {
  const { id } = SAMPLE_REPORTS.oldStyle;
  const report = await askReport(app.url, id);
  const { headers } = report;
  let client: readonly string[] = [];
  const data = report.rows.filter(
    (row) => row[0] !== headers[0] && row.slice(2).some((cell) => cell !== ""),
  );
  const filled = data.map((row) => {
    if (row[0] !== "") client = row.slice(0, 2);
    return [...client, ...row.slice(2)];
  });
  const land: Land = {
    id,
    report,
    rowsOf: ({ isAsSent, isFilled }) => (isAsSent ? report.rows : isFilled ? filled : data),
    sorts: [text(2), text(3)],
    asked: [0, 1, 2, 7],
    searches: ["cdn", "no such text"],
    groups: [1, 2],
    amounts: [8],
    currency: 7,
    hasLines: true,
  };
  await walk(browser, page, land, SEED + 1, 18);
});

test("awkward values", async ({ page, app, browser }) => {
  const { id } = SAMPLE_REPORTS.awkward;
  const report = await askReport(app.url, id);
  const land: Land = {
    id,
    report,
    rowsOf: () => report.rows,
    sorts: [],
    asked: [0, 1, 4, 6, 9],
    searches: ["acme", "é", "no such text", ","],
    groups: [],
    amounts: [],
    currency: 0,
    hasLines: false,
  };
  await walk(browser, page, land, SEED + 2, 14);
});
