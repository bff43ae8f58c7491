/** One report at a time; rows outlive failures; the key goes into the opening and nowhere else. */

import { describe, expect, it } from "vitest";
import { ApiKey } from "../../model/apiKey.ts";
import { ReportFailure } from "../../model/reportError.ts";
import { findReportId, type ReportId } from "../../model/reportId.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import { Cancelled } from "../../model/turn.ts";
import { createKeyHolder } from "../keyHolder.ts";
import { createFakeEngine, settled } from "../testing/fakeEngine.ts";
import { createQueryClient } from "./queryClient.ts";
import { createReportSession } from "./reportSession.ts";

const ONE = idOf("3c90c3cc-0d44-4b50-8888-8dd25736052a");
const OTHER = idOf("00000000-5a3e-4b1e-8000-000000100000");

function idOf(text: string): ReportId {
  const id = findReportId(text);
  if (id === undefined) throw new Error("the id is one");
  return id;
}

function table(rowCount: number, sealed = false): TableSummary {
  return { rowCount, sealed, headerCount: 0, raggedRows: 0, columns: [] };
}

function setUp() {
  const fake = createFakeEngine();
  const keys = createKeyHolder("");
  keys.hold(new ApiKey("1$canary", "apikey"));
  const session = createReportSession(fake.engine, createQueryClient(), keys, {
    queryOf: () => undefined,
  });
  const receive = (at: number, rows: number) =>
    fake.opens[at]?.tell({
      phase: "receiving",
      table: table(rows),
      bytes: 9,
      totalBytes: undefined,
    });
  return { ...fake, keys, session, receive };
}

describe("reportSession", () => {
  it("opens a report once, however often it is asked to", () => {
    const { session, opens } = setUp();
    session.open(ONE);
    session.open(ONE);
    expect(opens).toHaveLength(1);
    expect(session.getSnapshot()).toMatchObject({ reportId: ONE, load: { phase: "connecting" } });
  });

  it("does nothing without a key", () => {
    const { session, opens, keys } = setUp();
    keys.forget();
    session.open(ONE);
    expect(opens).toHaveLength(0);
    expect(session.getSnapshot()).toBeUndefined();
  });

  it("shows rows while they arrive and is complete at the end", async () => {
    const { session, opens, receive } = setUp();
    session.open(ONE);
    receive(0, 10);
    expect(session.getSnapshot()).toMatchObject({
      load: { phase: "receiving", bytes: 9 },
      data: { table: { rowCount: 10 } },
    });
    opens[0]?.answer({ table: table(20, true), bytes: 20, elapsedMs: 5 });
    await settled();
    expect(session.getSnapshot()).toMatchObject({
      load: { phase: "complete" },
      data: { table: { rowCount: 20, sealed: true } },
    });
  });

  it("keeps the rows of a failed download until another try has some", async () => {
    const { session, opens, receive, closed } = setUp();
    session.open(ONE);
    receive(0, 10);
    opens[0]?.fail(new ReportFailure({ code: "cut", bytes: 9, rows: 10 }));
    await settled();
    const first = session.getSnapshot()?.data?.dataset;
    session.again();
    expect(session.getSnapshot()).toMatchObject({ data: { dataset: first } });
    receive(1, 0);
    expect(session.getSnapshot()).toMatchObject({ data: { dataset: first } });
    receive(1, 3);
    expect(session.getSnapshot()?.data?.dataset).not.toBe(first);
    expect(session.getSnapshot()).toMatchObject({ data: { table: { rowCount: 3 } } });
    expect(closed).toEqual([first]);
  });

  it("keeps the rows when another try fails before it has any", async () => {
    const { session, opens, receive } = setUp();
    session.open(ONE);
    receive(0, 10);
    opens[0]?.fail(new ReportFailure({ code: "cut", bytes: 9, rows: 10 }));
    await settled();
    session.again();
    opens[1]?.fail(new ReportFailure({ code: "offline" }));
    await settled();
    expect(session.getSnapshot()).toMatchObject({
      load: { phase: "failed", error: { code: "offline" } },
      data: { table: { rowCount: 10 } },
    });
  });

  it("stops for real and takes in the last rows that were on their way", async () => {
    const { session, opens, receive } = setUp();
    session.open(ONE);
    receive(0, 10);
    session.stop();
    opens[0]?.fail(new Cancelled());
    await settled();
    receive(0, 12);
    expect(opens[0]?.isStopped()).toBe(true);
    expect(session.getSnapshot()).toMatchObject({
      load: { phase: "stopped" },
      data: { table: { rowCount: 12 } },
    });
  });

  it("lets a later open win over an earlier, slower one", async () => {
    const { session, opens, receive } = setUp();
    session.open(ONE);
    session.open(OTHER);
    receive(0, 10);
    opens[0]?.answer({ table: table(20, true), bytes: 20, elapsedMs: 5 });
    await settled();
    expect(opens[0]?.isStopped()).toBe(true);
    expect(session.getSnapshot()).toMatchObject({ reportId: OTHER, load: { phase: "connecting" } });
    expect(session.getSnapshot()?.data).toBeUndefined();
  });

  it("has no key in what it shows or in the names it makes", () => {
    const { session, opens, receive } = setUp();
    session.open(ONE);
    receive(0, 1);
    expect(JSON.stringify(session.getSnapshot())).not.toContain("canary");
    expect(opens[0]?.text).not.toContain("canary");
  });
});
