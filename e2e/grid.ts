/*
 * The grid as a test sees it: found by its role, cells by their ARIA indices (1-based, the header is
 * row 1). `expectRows` reads every cell of a view, screen by screen, the way a person does who
 * presses Page Down, and compares each with what it must be.
 */
import { type Locator, type Page, expect } from "@playwright/test";

/** More of a text than this need not be drawn; the whole of it is in "Cell value". */
const DRAWN_AT_LEAST = 499;

export function gridOf(page: Page): Locator {
  return page.getByRole("grid", { name: "Report rows" });
}

export function headerOf(page: Page, name: string): Locator {
  return gridOf(page).getByRole("columnheader", { name, exact: true });
}

/** By its place among the columns shown, from 0: for headers that repeat or are empty. */
export function headerAt(page: Page, position: number): Locator {
  return gridOf(page).locator(`[role="columnheader"][aria-colindex="${position + 1}"]`);
}

/** `row` counts shown rows from 0, `column` shown columns from 0. */
export function cellOf(page: Page, row: number, column: number): Locator {
  return gridOf(page)
    .locator(`[role="row"][aria-rowindex="${row + 2}"]`)
    .locator(`[role="gridcell"][aria-colindex="${column + 1}"]`);
}

export function cellValue(page: Page): Locator {
  return page.getByRole("status", { name: "Cell value" });
}

export function rowsShown(page: Page): Locator {
  return page.getByRole("status", { name: "Rows shown" });
}

/** A click on a header sorts: none → ascending → descending → none. */
export async function clickSort(page: Page, name: string, add = false): Promise<void> {
  await headerOf(page, name)
    .getByRole("button", { name, exact: true })
    .click(add ? { modifiers: ["Shift"] } : {});
}

export async function openColumnMenu(page: Page, name: string): Promise<Locator> {
  await headerOf(page, name).hover();
  await page.getByRole("button", { name: `Column menu: ${name}`, exact: true }).click();
  return page.getByRole("menu", { name: `Column menu: ${name}`, exact: true });
}

/** Room for all columns at once, so that reading goes down only. */
export async function makeRoom(page: Page, columns: number): Promise<void> {
  await page.setViewportSize({ width: 1_000 + columns * 180, height: 2_000 });
}

/** Waits until the view is exactly these rows, each cell of them in its place. */
export async function expectRows(
  page: Page,
  expected: readonly (readonly string[])[],
): Promise<void> {
  await goToTop(page, expected.length);
  let next = 0;
  do {
    next = (await expectScreen(page, expected, next)) + 1;
    if (next < expected.length) await page.keyboard.press("PageDown");
  } while (next < expected.length);
}

/** The quicker look: how many rows there are, the first and the last of them on screen. */
export async function expectEnds(
  page: Page,
  expected: readonly (readonly string[])[],
): Promise<void> {
  await goToTop(page, expected.length);
  await expectScreen(page, expected, 0);
  await page.keyboard.press("Control+End");
  await expectScreen(page, expected, expected.length - 1);
}

async function goToTop(page: Page, rowCount: number): Promise<void> {
  const grid = gridOf(page);
  await expect(grid).toHaveAttribute("aria-rowcount", String(rowCount + 1));
  await grid.focus();
  await page.keyboard.press("Control+Home");
}

/** Waits until what is drawn is as expected and has the row `at` in it; gives the last row drawn. */
async function expectScreen(
  page: Page,
  expected: readonly (readonly string[])[],
  at: number,
): Promise<number> {
  let last = 0;
  await expect
    .poll(
      async () => {
        const drawn = await readDrawn(gridOf(page));
        last = drawn.at(-1)?.row ?? 0;
        return differences(drawn, expected, at);
      },
      { intervals: [0, 20, 50, 100, 200], message: `rows about ${at}` },
    )
    .toEqual([]);
  return last;
}

interface DrawnRow {
  /** From 0. */
  readonly row: number;
  readonly cells: readonly { readonly column: number; readonly text: string }[];
}

/** As JSON, since half a surrogate pair does not survive the way from the browser otherwise. */
async function readDrawn(grid: Locator): Promise<readonly DrawnRow[]> {
  const json = await grid.evaluate((element) => {
    const rows = [...element.querySelectorAll('[role="row"]')].slice(1);
    return JSON.stringify(
      rows.map((row) => ({
        row: Number(row.getAttribute("aria-rowindex")) - 2,
        cells: [...row.querySelectorAll('[role="gridcell"]')].map((cell) => ({
          column: Number(cell.getAttribute("aria-colindex")) - 1,
          text: cell.textContent,
        })),
      })),
    );
  });
  return JSON.parse(json) as readonly DrawnRow[];
}

/** The first few cells that are not as they must be, in words. The row `at` must be drawn. */
function differences(
  drawn: readonly DrawnRow[],
  expected: readonly (readonly string[])[],
  at: number,
): readonly string[] {
  const first = drawn[0]?.row;
  const last = drawn.at(-1)?.row;
  if (first === undefined || last === undefined) {
    return expected.length === 0 ? [] : ["no row is drawn"];
  }
  if (first > at || last < at) return [`rows ${first} to ${last} are drawn, row ${at} is not`];
  return drawn
    .flatMap(({ row, cells }) => {
      const texts = expected[row];
      if (texts === undefined) return [`row ${row} is one too many`];
      if (texts.length !== cells.length) return [`row ${row} has ${cells.length} cells`];
      return cells.flatMap(({ column, text }) => {
        const whole = texts[column] ?? "";
        const isCut = whole.length > DRAWN_AT_LEAST && text.length >= DRAWN_AT_LEAST;
        const isFine = isCut ? whole.startsWith(text) : whole === text;
        return isFine ? [] : [`row ${row} column ${column}: "${text}" instead of "${whole}"`];
      });
    })
    .slice(0, 5);
}
