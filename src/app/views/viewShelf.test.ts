/** Views are kept in the browser's storage, or as long as the page, and no change is half made. */

import { describe, expect, it } from "vitest";
import { DEFAULT_VIEW, type ViewState } from "../../model/viewState.ts";
import { MAX_VIEWS, writeViews } from "./savedViews.ts";
import { importWords } from "./shelfText.ts";
import { createViewShelf, SHELF_KEY, type ShelfWindow } from "./viewShelf.ts";
import { takeViewsFile } from "./viewsFile.ts";

const viewOf = (search: string): ViewState => ({ ...DEFAULT_VIEW, search });
const one = { name: "one", view: viewOf("1") };
const two = { name: "two", view: viewOf("2") };

/** A browser of one or more tabs with one storage. */
function browser() {
  const stored = new Map<string, string>();
  const tabs: ((event: { readonly key: string | null }) => void)[] = [];
  const state = { blocked: false, full: false };
  const tab = (): ShelfWindow => ({
    get localStorage() {
      if (state.blocked) throw new DOMException("denied", "SecurityError");
      return {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, text: string) => {
          if (state.full) throw new DOMException("no room", "QuotaExceededError");
          stored.set(key, text);
        },
      };
    },
    addEventListener: (_, listener) => tabs.push(listener),
  });
  const tell = (key: string | null = SHELF_KEY) => {
    for (const listener of tabs) listener({ key });
  };
  return { stored, state, tab, tell };
}

const namesOf = (shelf: ReturnType<typeof createViewShelf>) =>
  shelf.getSnapshot().views.map(({ name }) => name);

describe("the shelf", () => {
  it("saves, replaces, renames, deletes and restores, and a later page finds it", () => {
    const { stored, tab } = browser();
    const shelf = createViewShelf(tab());
    let heard = 0;
    const leave = shelf.subscribe(() => heard++);
    shelf.save("one", viewOf("old"));
    shelf.save("two", viewOf("2"));
    shelf.save("one", viewOf("1"));
    expect(shelf.getSnapshot()).toEqual({ views: [one, two], problem: undefined });
    expect(createViewShelf(tab()).getSnapshot().views).toEqual([one, two]);
    shelf.rename("one", "two");
    expect(namesOf(shelf)).toEqual(["one", "two"]);
    shelf.rename("one", "first");
    shelf.remove("first");
    expect(namesOf(shelf)).toEqual(["two"]);
    shelf.restore(one, 0);
    expect(shelf.getSnapshot().views).toEqual([one, two]);
    expect(stored.get(SHELF_KEY)).toBe(writeViews([one, two]));
    expect([...stored.keys()]).toEqual([SHELF_KEY]);
    leave();
    const before = heard;
    shelf.remove("one");
    expect(heard).toBe(before);
  });

  it("sees what another tab saves, and keeps it when it saves itself", () => {
    const { tab, tell } = browser();
    const here = createViewShelf(tab());
    const there = createViewShelf(tab());
    there.save("two", viewOf("2"));
    tell("something else");
    expect(namesOf(here)).toEqual([]);
    tell();
    expect(namesOf(here)).toEqual(["two"]);
    there.save("three", viewOf("3"));
    here.save("one", viewOf("1"));
    expect(namesOf(here)).toEqual(["two", "three", "one"]);
  });

  it("adds only views that are not here, under free names", () => {
    const shelf = createViewShelf(browser().tab());
    shelf.save("one", viewOf("1"));
    expect(shelf.add([one, { name: "one", view: viewOf("other") }, two])).toBe(2);
    expect(namesOf(shelf)).toEqual(["one", "one (2)", "two"]);
    expect(shelf.add([one, two])).toBe(0);
  });
});

describe("a browser that does not keep", () => {
  it("is told where there is no storage; views live as long as the page", () => {
    const { state, tab } = browser();
    state.blocked = true;
    const shelf = createViewShelf(tab());
    expect(shelf.getSnapshot()).toEqual({ views: [], problem: "noStorage" });
    shelf.save("one", viewOf("1"));
    expect(shelf.getSnapshot()).toEqual({ views: [one], problem: "noStorage" });
  });

  it("is told where there is no room, and nothing was changed", async () => {
    const { state, tab } = browser();
    const shelf = createViewShelf(tab());
    shelf.save("one", viewOf("1"));
    state.full = true;
    shelf.save("two", viewOf("2"));
    expect(shelf.getSnapshot()).toEqual({ views: [one], problem: "full" });
    await expect(takeViewsFile(new Blob([writeViews([two])]), shelf)).resolves.toBe("");
    expect(shelf.getSnapshot()).toEqual({ views: [one], problem: "full" });
    state.full = false;
    await expect(takeViewsFile(new Blob([writeViews([two])]), shelf)).resolves.toBe(
      "1 view imported.",
    );
    expect(shelf.getSnapshot()).toEqual({ views: [one, two], problem: undefined });
  });

  it("has room for so many", () => {
    const shelf = createViewShelf(browser().tab());
    const many = Array.from({ length: MAX_VIEWS }, (_, i) => ({ name: `${i}`, view: viewOf("") }));
    expect(shelf.add(many)).toBe(MAX_VIEWS);
    shelf.save("one more", viewOf("1"));
    expect(shelf.getSnapshot().problem).toBe("tooMany");
    expect(shelf.add([two])).toBe(0);
    expect(namesOf(shelf)).toHaveLength(MAX_VIEWS);
  });

  it("stores nothing longer than is read again", () => {
    const { tab } = browser();
    const shelf = createViewShelf(tab());
    const long = Array.from({ length: 3 }, (_, i) => ({
      name: `${i}`,
      view: viewOf(`${i}`.repeat(900_000)),
    }));
    for (const { name, view } of long) shelf.save(name, view);
    expect(namesOf(shelf)).toEqual(["0", "1"]);
    expect(shelf.getSnapshot().problem).toBe("full");
    expect(namesOf(createViewShelf(tab()))).toEqual(["0", "1"]);
  });

  it("may hold something else under our name", () => {
    const { stored, tab } = browser();
    stored.set(SHELF_KEY, "<script>");
    const shelf = createViewShelf(tab());
    expect(shelf.getSnapshot()).toEqual({ views: [], problem: "damaged" });
    shelf.save("one", viewOf("1"));
    expect(shelf.getSnapshot()).toEqual({ views: [one], problem: undefined });
  });
});

it("an import says what came in and what did not", () => {
  expect(importWords(undefined, 0)).toBe(
    "This is not a file of Billscope views. Nothing was changed.",
  );
  expect(importWords("newer", 0)).toMatch(/newer version/);
  expect(importWords({ views: [one, two], leftOut: 1, notUnderstood: 2 }, 1)).toBe(
    "1 view imported. 1 was here already. 1 entry could not be read and is left out. " +
      "2 parts of the views were not understood.",
  );
});
