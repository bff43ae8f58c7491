import { beforeEach, describe, expect, test, vi } from "vitest";
import { findReportId } from "../model/reportId.ts";
import { DEFAULT_VIEW } from "../model/viewState.ts";
import { MAX_LINK_LENGTH } from "./format.ts";
import { createLocationStore, REPLACE_PAUSE_MS, type LocationWindow } from "./historyBinding.ts";
import { formatRoute, type Route } from "./route.ts";

const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

/** A page with a history of its own, as browsers behave. */
class FakePage implements LocationWindow {
  readonly entries: string[];
  place = 0;
  calls = 0;
  refusing = false;
  readonly #listeners = new Map<string, () => void>();
  readonly location: { readonly hash: string };
  readonly history = {
    pushState: (_data: unknown, _unused: string, url?: string | URL | null) => {
      this.#allow();
      this.entries.length = this.place + 1;
      this.entries.push(String(url));
      this.place += 1;
    },
    replaceState: (_data: unknown, _unused: string, url?: string | URL | null) => {
      this.#allow();
      this.entries[this.place] = String(url);
    },
  };

  constructor(hash: string) {
    this.entries = [hash];
    const current = () => this.entries[this.place] ?? "";
    this.location = {
      get hash() {
        return current();
      },
    };
  }

  addEventListener(type: string, listener: () => void) {
    this.#listeners.set(type, listener);
  }
  setTimeout(task: () => void, delayMs: number) {
    return Number(setTimeout(task, delayMs));
  }
  clearTimeout(timer: number | undefined) {
    clearTimeout(timer);
  }

  fire(type: string) {
    this.#listeners.get(type)?.();
  }
  go(by: number) {
    this.place += by;
    this.fire("popstate");
    this.fire("hashchange");
  }
  /** The person pastes a link into the address bar. */
  typeHash(hash: string) {
    this.entries.length = this.place + 1;
    this.entries.push(hash);
    this.go(1);
  }

  #allow() {
    if (this.refusing) throw new DOMException("too many calls", "SecurityError");
    this.calls += 1;
  }
}

function searching(search: string): Route {
  const reportId = findReportId(ID) ?? expect.fail();
  return { screen: "report", reportId, view: { ...DEFAULT_VIEW, search }, fingerprint: undefined };
}
const hashOf = (search: string) => formatRoute(searching(search));

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function open(hash: string) {
  const page = new FakePage(hash);
  const store = createLocationStore(page);
  const heard = vi.fn<() => void>();
  const stop = store.subscribe(heard);
  const search = () => {
    const route = store.getSnapshot();
    return route.screen === "report" ? route.view.search : undefined;
  };
  return { page, store, heard, stop, search };
}

test("the route of the address is there at once, and is one object", () => {
  const { store, search } = open(hashOf("cdn"));
  expect(search()).toBe("cdn");
  expect(store.getSnapshot()).toBe(store.getSnapshot());
});

describe("deliberate changes", () => {
  test("make an entry, at once", () => {
    const { page, store, heard, search } = open("#/");
    store.push(searching("a"));
    store.push(searching("b"));
    expect(page.entries).toEqual(["#/", hashOf("a"), hashOf("b")]);
    expect(search()).toBe("b");
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test("that change nothing make none", () => {
    const { page, store, heard } = open(`${hashOf("a")}&key=x`);
    const before = store.getSnapshot();
    store.push(searching("a"));
    store.replace(searching("a"));
    expect(page.calls).toBe(0);
    expect(heard).not.toHaveBeenCalled();
    expect(store.getSnapshot()).toBe(before);
  });
});

describe("continuous gestures", () => {
  test("are seen at once and written once, when they rest", () => {
    const { page, store, search } = open(hashOf(""));
    for (const text of ["c", "cd", "cdn"]) {
      store.replace(searching(text));
      vi.advanceTimersByTime(REPLACE_PAUSE_MS - 1);
    }
    expect(search()).toBe("cdn");
    expect(page.calls).toBe(0);
    vi.advanceTimersByTime(1);
    expect(page.entries).toEqual([hashOf("cdn")]);
    expect(page.calls).toBe(1);
  });

  test("are written before a deliberate change makes its entry", () => {
    const { page, store } = open(hashOf(""));
    store.replace(searching("cd"));
    store.push(searching("other"));
    expect(page.entries).toEqual([hashOf("cd"), hashOf("other")]);
    vi.runAllTimers();
    expect(page.calls).toBe(2);
  });

  test("are written when the page is left", () => {
    const { page, store } = open(hashOf(""));
    page.fire("pagehide");
    expect(page.calls).toBe(0);
    store.replace(searching("cdn"));
    page.fire("pagehide");
    expect(page.entries).toEqual([hashOf("cdn")]);
  });

  test("a minute of dragging stays far below the browsers' limit", () => {
    const { page, store } = open(hashOf(""));
    for (let i = 0; i < 3600; i += 1) {
      store.replace(searching(String(i)));
      vi.advanceTimersByTime(i % 60 === 0 ? REPLACE_PAUSE_MS : 16);
    }
    expect(page.calls).toBeLessThanOrEqual(61);
  });
});

describe("the browser's own moves", () => {
  test("back and forward open the views of before", () => {
    const { page, store, search, heard } = open("#/");
    store.push(searching("a"));
    store.push(searching("b"));
    page.go(-1);
    expect(search()).toBe("a");
    page.go(-1);
    expect(store.getSnapshot().screen).toBe("connect");
    page.go(2);
    expect(search()).toBe("b");
    // Each move is told once although the browser fires two events.
    expect(heard).toHaveBeenCalledTimes(5);
    expect(page.calls).toBe(2);
  });

  test("back wins over what still waits to be written", () => {
    const { page, store, search } = open("#/");
    store.push(searching("a"));
    store.replace(searching("ab"));
    page.go(-1);
    vi.runAllTimers();
    expect(store.getSnapshot().screen).toBe("connect");
    expect(page.entries).toEqual(["#/", hashOf("a")]);
    page.go(1);
    expect(search()).toBe("a");
  });

  test("a link pasted into the address bar opens", () => {
    const { page, search } = open("#/");
    page.typeHash(`#/r/${ID}?find=Zürich`);
    expect(search()).toBe("Zürich");
  });
});

test("what a link could not say stays with changes of its view, not with another link", () => {
  const { page, store } = open(`#/r/${ID}?colour=red`);
  const unread = () => store.getSnapshot().notUnderstood;
  const asOpened = unread();
  expect(asOpened).toEqual(["colour"]);
  store.push({ ...store.getSnapshot(), ...searching("a") });
  store.replace({ ...store.getSnapshot(), ...searching("ab") });
  expect(unread()).toBe(asOpened);
  store.push(searching("of our own"));
  expect(unread()).toEqual([]);
  page.typeHash(`#/r/${ID}?colour=red`);
  expect(unread()).toEqual(asOpened);
  page.typeHash(hashOf("b"));
  expect(unread()).toEqual([]);
});

test("a route too long to be read again is not gone to", () => {
  const { page, store, heard, search } = open(hashOf("a"));
  const rest = `${hashOf("")}?find=`;
  const long = "x".repeat(MAX_LINK_LENGTH - 1000 - `${rest}&end=1`.length);
  expect(store.push(searching(`${long}x`))).toBe(false);
  expect(store.replace(searching(`${long}x`))).toBe(false);
  vi.runAllTimers();
  expect(page.entries).toEqual([hashOf("a")]);
  expect(heard).not.toHaveBeenCalled();
  expect(store.push(searching(long))).toBe(true);
  page.go(-1);
  page.go(1);
  expect(search()).toBe(long);
});

test("a browser that refuses calls is asked again later", () => {
  const { page, store, search } = open("#/");
  page.refusing = true;
  store.push(searching("a"));
  store.push(searching("b"));
  expect(search()).toBe("b");
  vi.advanceTimersByTime(20_000);
  page.refusing = false;
  vi.advanceTimersByTime(20_000);
  expect(page.entries).toEqual([hashOf("b")]);
  expect(page.calls).toBe(1);
});

test("who stops listening hears nothing more", () => {
  const { store, heard, stop } = open("#/");
  stop();
  store.push(searching("a"));
  expect(heard).not.toHaveBeenCalled();
});
