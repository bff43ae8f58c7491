/** The host's file can be wrong in any way without opening a door, and every mistake is said. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, loadConfig, readConfig } from "./config.ts";

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
      config: DEFAULT_CONFIG,
      mistakes: ["“api” must be an https address, such as https://api.gcore.com, without a path."],
    });
  });

  it("allows plain http on this machine only", () => {
    expect(readConfig({ api: "http://127.0.0.1:8080/" }).config.api).toBe("http://127.0.0.1:8080");
  });

  it.each([
    [{ samples: "yes" }, "“samples” must be true or false."],
    [{ locale: "de_CH" }, "“locale” must be a language tag, such as de-CH or en-IN."],
    [{ locale: 1 }, "“locale” must be a language tag, such as de-CH or en-IN."],
    [{ product: "" }, "“product” must be a name of at most 40 characters."],
    [{ product: "x".repeat(41) }, "“product” must be a name of at most 40 characters."],
    [{ product: "a\u202Eb" }, "“product” must be a name of at most 40 characters."],
    [{ Api: "x" }, "“Api” means nothing here; known are api, samples, locale, product."],
    [[], 'config.json must be an object, such as { "samples": false }.'],
    ["x", 'config.json must be an object, such as { "samples": false }.'],
  ])("says what is wrong with %j and takes the default", (json, sentence) => {
    expect(readConfig(json)).toEqual({ config: DEFAULT_CONFIG, mistakes: [sentence] });
  });

  it("takes what is right beside what is wrong", () => {
    const { config, mistakes } = readConfig({ samples: 1, product: "Acme" });
    expect(config).toEqual({ ...DEFAULT_CONFIG, product: "Acme" });
    expect(mistakes).toHaveLength(1);
  });

  it("survives any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const { api, product } = readConfig(json).config;
        expect(api === "" || /^https?:\/\/[^/]+$/.test(api)).toBe(true);
        expect(product.length).toBeGreaterThan(0);
      }),
    );
  });
});

const given = (answer: Response | Error) => () =>
  answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);

describe("loadConfig", () => {
  it("says when the file is no JSON, and nothing when there is none", async () => {
    expect(await loadConfig(given(new Response("{ samples: true }")))).toEqual({
      config: DEFAULT_CONFIG,
      mistakes: ["config.json is not JSON."],
    });
    for (const answer of [new Response("", { status: 404 }), new TypeError("network")]) {
      expect(await loadConfig(given(answer))).toEqual({ config: DEFAULT_CONFIG, mistakes: [] });
    }
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
