/** The key is held, used for one origin, and gone when forgotten; the holder itself prints nothing. */

import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ApiKey } from "../model/apiKey.ts";
import { findReportId } from "../model/reportId.ts";
import { createKeyHolder } from "./keyHolder.ts";

const CANARY = "4711$canary-of-the-key";
const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

function reportId() {
  const id = findReportId(ID);
  if (id === undefined) throw new Error("the id is one");
  return id;
}

describe("createKeyHolder", () => {
  it("has no source without a key", () => {
    const keys = createKeyHolder("");
    expect(keys.isHeld()).toBe(false);
    expect(keys.sourceOf(reportId())).toBeUndefined();
  });

  it("makes a source for its own origin", () => {
    const keys = createKeyHolder("https://api.gcore.com");
    keys.hold(new ApiKey(CANARY, "apikey"));
    expect(keys.sourceOf(reportId())).toEqual({
      api: "https://api.gcore.com",
      reportId: ID,
      key: CANARY,
      scheme: "apikey",
    });
  });

  it("forgets, and tells who listens", () => {
    const keys = createKeyHolder("");
    const heard: boolean[] = [];
    const leave = keys.subscribe(() => heard.push(keys.isHeld()));
    keys.hold(new ApiKey(CANARY, "apikey"));
    keys.forget();
    leave();
    keys.hold(new ApiKey(CANARY, "apikey"));
    keys.forget();
    expect(heard).toEqual([true, false]);
    expect(keys.sourceOf(reportId())).toBeUndefined();
  });

  it("shows the key to nobody", () => {
    const keys = createKeyHolder("");
    keys.hold(new ApiKey(CANARY, "apikey"));
    const printed = inspect(keys, { depth: 10, showHidden: true }) + JSON.stringify(keys);
    expect(printed).not.toContain("canary");
  });
});
