/** The host's file can be wrong in any way without opening a door. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, readConfig } from "./config.ts";

describe("readConfig", () => {
  it("takes samples and the bare origin of the api", () => {
    expect(readConfig({ samples: true, api: "https://api.gcore.com/some/path?x=1" })).toEqual({
      samples: true,
      api: "https://api.gcore.com",
    });
  });

  it.each(["http://api.gcore.com", "javascript:alert(1)", "//api.gcore.com", "", 7, null])(
    "does not send a key to %j",
    (api) => {
      expect(readConfig({ api }).api).toBe("");
    },
  );

  it("allows plain http on this machine only", () => {
    expect(readConfig({ api: "http://127.0.0.1:8080/" }).api).toBe("http://127.0.0.1:8080");
    expect(readConfig({ api: "http://127.0.0.1.example.com" }).api).toBe("");
  });

  it("falls back to the defaults", () => {
    for (const json of [undefined, null, 1, "x", [], { samples: "yes" }]) {
      expect(readConfig(json)).toEqual(DEFAULT_CONFIG);
    }
  });

  it("survives any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const config = readConfig(json);
        expect(config.api === "" || /^https?:\/\/[^/]+$/.test(config.api)).toBe(true);
      }),
    );
  });
});
