/** The host's file can be wrong in any way without opening a door, and every mistake is said. */

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG, loadConfig, PATIENCE_SECONDS, readConfig } from "./config.ts";

describe("readConfig", () => {
  it("takes every key", () => {
    const all = {
      samples: true,
      api: "https://api.gcore.com/",
      locale: "de-CH",
      product: " Acme ",
    };
    expect(readConfig(all)).toEqual({
      config: { samples: true, api: "https://api.gcore.com", locale: "de-CH", product: "Acme" },
      mistakes: [],
    });
    expect(readConfig({})).toEqual({ config: DEFAULT_CONFIG, mistakes: [] });
  });

  it.each([
    "http://api.gcore.com",
    "http://127.0.0.1.example.com",
    "https://api.gcore.com/some/path?x=1",
    "https://user:secret@api.gcore.com",
    "javascript:alert(1)",
    "//api.gcore.com",
    7,
    null,
  ])("does not send a key to %j", (api) => {
    expect(readConfig({ api })).toEqual({
      config: undefined,
      mistakes: ["“api” must be an https address, such as https://api.gcore.com, without a path."],
    });
  });

  it("allows plain http on this machine only", () => {
    expect(readConfig({ api: "http://127.0.0.1:8080/" }).config?.api).toBe("http://127.0.0.1:8080");
  });

  it.each([
    [{ samples: "yes" }, "“samples” must be true or false."],
    [{ locale: "de_CH" }, "“locale” must be a language tag, such as de-CH or en-IN."],
    [{ locale: 1 }, "“locale” must be a language tag, such as de-CH or en-IN."],
    [{ product: "" }, "“product” must be a name of at most 40 characters."],
    [{ product: "x".repeat(41) }, "“product” must be a name of at most 40 characters."],
    [{ product: "a\u202Eb" }, "“product” must be a name of at most 40 characters."],
    [{ Api: "x" }, "“Api” means nothing here; known are api, samples, locale, product."],
  ])("says what is wrong with %j and takes the default", (json, sentence) => {
    expect(readConfig(json)).toEqual({ config: DEFAULT_CONFIG, mistakes: [sentence] });
  });

  it.each([[], "x", null])("takes nothing from %j, which may have meant an address", (json) => {
    expect(readConfig(json)).toEqual({
      config: undefined,
      mistakes: ['config.json must be an object, such as { "samples": false }.'],
    });
  });

  it("takes what is right beside what is wrong", () => {
    const { config, mistakes } = readConfig({ samples: 1, product: "Acme" });
    expect(config).toEqual({ ...DEFAULT_CONFIG, product: "Acme" });
    expect(mistakes).toHaveLength(1);
  });

  it("survives any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const { config } = readConfig(json);
        if (config === undefined) return;
        const { api, product } = config;
        expect(api === "" || /^https?:\/\/[^/]+$/.test(api)).toBe(true);
        expect(product.length).toBeGreaterThan(0);
      }),
    );
  });
});

const given = (answer: Response | Error) => () =>
  answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);

describe("loadConfig", () => {
  it("takes the defaults where there is no file", async () => {
    const missing = given(new Response("", { status: 404 }));
    expect(await loadConfig(missing)).toEqual({ config: DEFAULT_CONFIG, mistakes: [] });
  });

  it.each([
    [new Response("{ samples: true }"), "config.json is not JSON."],
    [new Response("<!doctype html>"), "config.json is not JSON."],
    [new Response("", { status: 503 }), "config.json was answered with 503."],
    [new Response("{}", { status: 403 }), "config.json was answered with 403."],
    [new TypeError("network"), "config.json did not come."],
  ])("does not guess where a key goes from %o", async (answer, mistake) => {
    expect(await loadConfig(given(answer))).toEqual({ config: undefined, mistakes: [mistake] });
  });

  it.each([
    () => new Promise<Response>(() => {}),
    () => Promise.resolve(new Response(new ReadableStream())),
  ])("waits no longer than its patience", async (fetch) => {
    vi.useFakeTimers();
    const reading = loadConfig(fetch);
    await vi.advanceTimersByTimeAsync(PATIENCE_SECONDS * 1_000);
    vi.useRealTimers();
    expect(await reading).toEqual({ config: undefined, mistakes: ["config.json did not come."] });
  });

  it("takes what was cut on its way for no JSON", async () => {
    const cut = new Response(new ReadableStream({ start: (body) => body.error(new TypeError()) }));
    expect((await loadConfig(given(cut))).mistakes).toEqual(["config.json is not JSON."]);
  });

  it("hides no mistake of our own", async () => {
    const answer = loadConfig(() => {
      throw new TypeError("not a function");
    });
    await expect(answer).rejects.toThrow("not a function");
  });
});
