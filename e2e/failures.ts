/* What the tests of failures share: opening what fails, and finding its words and its next step. */
import { type Locator, type Page, expect } from "@playwright/test";
import { SAMPLE_KEY } from "../sample/contract.js";

/** Part of every link below: the view must outlive each failure. */
export const KEPT_VIEW = "sort=-Cost&where=Client:notblank";

/** Opens a report by a link with a view. */
export async function openLink(page: Page, id: string, key: string = SAMPLE_KEY): Promise<void> {
  await page.goto(`./#/r/${id}?${KEPT_VIEW}`);
  await page.getByLabel("API key").fill(key);
  await page.getByRole("button", { name: "Open report" }).click();
}

interface Expected {
  readonly says: RegExp | string;
  /** All its buttons, in order. */
  readonly buttons: readonly string[];
}

/** The one alert, its words and its buttons; and that id and view are still there. */
export async function expectFailure(page: Page, { says, buttons }: Expected): Promise<Locator> {
  const alert = page.getByRole("alert");
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText(says);
  const offered = alert.getByRole("button");
  await expect(offered).toHaveText([...buttons]);
  await expect(page).toHaveURL(new RegExp(`#/r/[0-9a-f-]{36}\\?${KEPT_VIEW}$`));
  return alert;
}

/** Notes above the rows, in the region whose words are spoken as they come. */
export function heardNotes(page: Page): Locator {
  return page.locator("[aria-live=polite]").getByRole("note");
}
