import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiKey, readApiKey, type KeyReading } from "./apiKey.ts";

const TOKEN = "1234$abcdef0123456789";
const LOGIN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl-_";

const tokenOf = (reading: KeyReading): string => {
  if (!reading.ok) throw new Error(reading.problem);
  return reading.key.reveal((token) => token);
};

describe("a paste", () => {
  test.each([
    TOKEN,
    `apikey ${TOKEN}`,
    `APIKey ${TOKEN}`,
    `apikey: ${TOKEN}`,
    `API key = ${TOKEN}`,
    `api_key="${TOKEN}"`,
    `Bearer ${TOKEN}`,
    `apikey apikey ${TOKEN}`,
    `Authorization: apikey ${TOKEN}`,
    `authorization:APIKey   ${TOKEN}\r\n`,
    `Authorization: apikey ${TOKEN}\nAccept: application/json`,
    `Authorization: ${TOKEN}`,
    `"Authorization": "apikey ${TOKEN}"`,
    `headers={'Authorization': 'apikey ${TOKEN}'}`,
    `-H "Authorization: apikey ${TOKEN}"`,
    `-H 'authorization: apikey ${TOKEN}' \\`,
    `-H "Authorization: apikey ${TOKEN.replace("$", "\\$")}"`,
    `curl -X GET "https://api.gcore.com/billing/org/v1/reports" \\\n  -H "Accept: text/csv" \\\n  -H "Authorization: apikey ${TOKEN}" -o report.csv`,
    `  "${TOKEN}"  `,
    `“${TOKEN}”`,
    `'apikey ${TOKEN}',`,
    `<${TOKEN}>`,
    `\u200b${TOKEN}\ufeff`,
    `\t1234$abcdef\n  0123456789\n`,
    `apikey\u00a0${TOKEN}`,
  ])("%j holds the token", (pasted) => {
    const reading = readApiKey(pasted);
    expect(tokenOf(reading)).toBe(TOKEN);
    expect(reading).toMatchObject({ ok: true, notes: [], key: { scheme: "apikey" } });
  });

  test.each(["7711_eyJhbGciOi", "29841_c767", "apikeyish", "a-b_c.d"])(
    "%j is a token itself",
    (token) => {
      expect(tokenOf(readApiKey(token))).toBe(token);
    },
  );

  test.each([LOGIN, `Bearer ${LOGIN}`, `apikey ${LOGIN}`, `"Authorization": "Bearer ${LOGIN}"`])(
    "a login token is sent as Bearer and noted: %j",
    (pasted) => {
      const reading = readApiKey(pasted);
      expect(tokenOf(reading)).toBe(LOGIN);
      expect(reading).toMatchObject({ notes: ["loginToken"], key: { scheme: "Bearer" } });
    },
  );

  test.each(["1234", "apikey 1234", "1234$", 'Authorization: "apikey 1234"'])(
    "%j is cut at the dollar sign",
    (pasted) => {
      expect(readApiKey(pasted)).toMatchObject({ ok: true, notes: ["cut"] });
    },
  );

  test.each(["", "  \n", '""', "apikey ", "Authorization:", 'Authorization: apikey "'])(
    "%j holds no token",
    (pasted) => {
      expect(readApiKey(pasted)).toEqual({ ok: false, problem: "empty" });
    },
  );

  test.each(["1234$abcé", "ключ", "1234$\u0000abc", "1234$a\u007f", "1234$…", "12\ud83034"])(
    "%j can't be sent",
    (pasted) => {
      expect(readApiKey(pasted)).toEqual({ ok: false, problem: "unsendable" });
    },
  );

  test("beyond 8,192 characters is too long", () => {
    expect(readApiKey("a".repeat(8193))).toEqual({ ok: false, problem: "tooLong" });
    expect(readApiKey('"'.repeat(1_000_000))).toEqual({ ok: false, problem: "tooLong" });
    expect(readApiKey("a".repeat(8192)).ok).toBe(true);
  });

  test("whatever it is, the header made of it can be sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (pasted) => {
        const reading = readApiKey(pasted);
        if (!reading.ok) return;
        const headers = new Headers();
        headers.set("Authorization", `${reading.key.scheme} ${tokenOf(reading)}`);
        expect(headers.get("Authorization")).toBe(`${reading.key.scheme} ${tokenOf(reading)}`);
      }),
    );
  });
});

describe("nothing prints the token", () => {
  const key = new ApiKey(TOKEN, "apikey");
  const printed: readonly (readonly [string, string])[] = [
    ["JSON", JSON.stringify({ key, list: [key] })],
    // oxlint-disable-next-line typescript/restrict-template-expressions -- a careless line would
    ["a template", `${key}`],
    ["String", String(key)],
    ["joining", [key].join()],
    ["an error", new Error("failed", { cause: key }).stack ?? ""],
    ["a console", inspect(key, { showHidden: true, depth: 9, getters: true })],
    ["its properties", JSON.stringify(Object.getOwnPropertyDescriptors(key))],
    ["entries", Object.entries(key).join()],
    ["a structured clone", inspect(structuredClone(key), { showHidden: true })],
  ];

  test.each(printed)("%s", (_, text) => {
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain("abcdef");
  });

  test("it reads as what it is", () => {
    expect(JSON.stringify({ key })).toBe('{"key":"[API key]"}');
    expect(String(key)).toBe("[API key]");
  });

  test("a reader gets it, a clone doesn't", () => {
    expect(key.reveal((token) => token.length)).toBe(TOKEN.length);
    expect(Object.isFrozen(key)).toBe(true);
  });
});
