import { expect, test } from "vitest";
import { Cancelled, UNINTERRUPTED, type Turn } from "../model/turn.ts";
import { createSharedWork } from "./sharedWork.ts";

/** Work that ends when the test says so. */
function held() {
  let begun = 0;
  const ends: { resolve: (value: number) => void; reject: (cause: unknown) => void }[] = [];
  return {
    begin: () => {
      begun += 1;
      return new Promise<number>((resolve, reject) => ends.push({ resolve, reject }));
    },
    ends,
    begun: () => begun,
  };
}

test("whoever asks meanwhile, and later, gets what the first one began", async () => {
  const work = createSharedWork<number>();
  const { begin, ends, begun } = held();
  const [first, second] = [
    work.get("a", begin, UNINTERRUPTED),
    work.get("a", begin, UNINTERRUPTED),
  ];
  ends[0]?.resolve(7);
  expect([await first, await second, await work.get("a", begin, UNINTERRUPTED)]).toEqual([7, 7, 7]);
  expect(begun()).toBe(1);
});

test("when the beginner has left, one who waits begins anew", async () => {
  const work = createSharedWork<number>();
  const { begin, ends, begun } = held();
  const first = work.get("a", begin, UNINTERRUPTED);
  const second = work.get("a", begin, UNINTERRUPTED);
  ends[0]?.reject(new Cancelled());
  await expect(first).rejects.toThrow(Cancelled);
  await expect.poll(begun).toBe(2);
  ends[1]?.resolve(8);
  expect(await second).toBe(8);
});

test("who has left too does not begin anything", async () => {
  const work = createSharedWork<number>();
  const { begin, ends, begun } = held();
  const left: Turn = { due: () => true, next: () => Promise.reject(new Cancelled()) };
  const first = work.get("a", begin, UNINTERRUPTED);
  const second = work.get("a", begin, left);
  ends[0]?.reject(new Cancelled());
  await expect(first).rejects.toThrow(Cancelled);
  await expect(second).rejects.toThrow(Cancelled);
  expect(begun()).toBe(1);
});

test("the oldest result makes room for the newest; none is left after clear", async () => {
  const work = createSharedWork<string>(2);
  const made: string[] = [];
  const ask = (name: string) =>
    work.get(name, () => Promise.resolve((made.push(name), name)), UNINTERRUPTED);
  for (const name of ["a", "b", "c", "c", "b", "a"]) expect(await ask(name)).toBe(name);
  expect(made).toEqual(["a", "b", "c", "a"]);
  work.clear();
  await ask("a");
  expect(made).toHaveLength(5);
});
