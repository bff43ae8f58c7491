/*
 * What every screen and everything that opens over it must stand: axe finds nothing (missing names,
 * wrong roles, weak contrast), and nothing sticks out of the page at the side.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { type Page, expect, test } from "@playwright/test";

/** `part`: what opened over a page that itself has been looked at before. */
export async function expectAccessible(page: Page, what = "axe", part = "html"): Promise<void> {
  await test.step(what, async () => {
    // A colour on its way to another has a contrast of its own.
    await page.evaluate(async () => {
      const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition);
      await Promise.allSettled(transitions.map(({ finished }) => finished));
    });
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    const said = violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`),
    );
    expect(said, what).toEqual([]);
  });
}

export async function expectFits(page: Page): Promise<void> {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, "nothing sticks out at the side").toBe(0);
}
