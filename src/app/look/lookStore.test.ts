import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLookStore, readLook } from "./lookStore.ts";

function pageWith(kept: string | null) {
  const dataset: DOMStringMap = {};
  const values = new Map<string, string>(kept === null ? [] : [["billscope.look", kept]]);
  const localStorage = {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
  };
  return { localStorage, document: { documentElement: { dataset } }, dataset, values };
}

describe("the look", () => {
  test("follows the system until something is chosen", () => {
    const page = pageWith(null);
    expect(createLookStore(page).getSnapshot()).toEqual({
      theme: "system",
      rows: "compact",
      language: "browser",
      locale: "browser",
      order: "browser",
    });
    expect(page.dataset.theme).toBeUndefined();
    expect(page.values.size).toBe(0);
  });

  test("is what was chosen last time, from the start", () => {
    const first = pageWith(null);
    const store = createLookStore(first);
    let told = 0;
    const leave = store.subscribe(() => (told += 1));
    store.choose({ theme: "dark" });
    store.choose({ rows: "comfortable" });
    leave();
    store.choose({ theme: "light" });
    expect(told).toBe(2);
    const again = pageWith(first.values.get("billscope.look") ?? null);
    expect(createLookStore(again).getSnapshot()).toEqual({
      theme: "light",
      rows: "comfortable",
      language: "browser",
      locale: "browser",
      order: "browser",
    });
    expect(again.dataset.theme).toBe("light");
  });

  test("an order of texts is kept, one that is not known is the browser's", () => {
    const page = pageWith("dark compact en browser sv");
    expect(createLookStore(page).getSnapshot().order).toBe("sv");
    expect(readLook("dark compact en browser xx").order).toBe("browser");
    createLookStore(page).choose({ order: "everybody" });
    expect(page.values.get("billscope.look")).toBe("dark compact en browser everybody");
  });

  test("going back to the system leaves no mark on the page", () => {
    const page = pageWith("dark compact");
    const store = createLookStore(page);
    expect(page.dataset.theme).toBe("dark");
    store.choose({ theme: "system" });
    expect("theme" in page.dataset).toBe(false);
  });

  test("works where the browser keeps nothing", () => {
    const { document, dataset } = pageWith(null);
    const store = createLookStore({
      document,
      get localStorage(): Storage {
        throw new DOMException("", "SecurityError");
      },
    });
    store.choose({ theme: "dark" });
    expect([store.getSnapshot().theme, dataset.theme]).toEqual(["dark", "dark"]);
  });

  test("whatever is stored, it is one of the known looks", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant("dark __proto__")), (text) => {
        const { theme, rows } = readLook(text);
        expect(["system", "light", "dark"]).toContain(theme);
        expect(["compact", "comfortable"]).toContain(rows);
      }),
    );
  });
});
