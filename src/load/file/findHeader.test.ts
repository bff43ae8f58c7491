import { expect, test } from "vitest";
import { findHeader } from "./findHeader.ts";

const lines = (text: string) => text.split("\n").map((line) => line.split(";"));

test.each([
  ["names above rows", 1, "Client;Cost\nAcme;1.50\nGlobex;2.50"],
  ["a title above them", 2, "October 2026\nClient;Region;Cost\nAcme;LU;1.50\nGlobex;LU;2.50"],
  ["a padded title", 2, "October 2026;;\nClient;Region;Cost\nAcme;LU;1.50\nGlobex;LU;2.50"],
  ["a title of two cells", 2, "Acme;October\nClient;Region;Cost\nA;LU;1.50\nB;LU;2.50"],
  ["names that are months", 1, "Client;2026-09;2026-10\nAcme;1;2\nGlobex;3;4"],
  ["an empty line first", 2, "\nClient;Cost\nAcme;1.50\nGlobex;2.50"],
  ["a separator more behind each row", 1, "Client;Region;Cost\nAcme;LU;1.50;\nGlobex;LU;2.50;"],
  ["rows longer than their names", 1, "Client;Cost\nAcme;1.50;x\nGlobex;-2;y"],
  ["rows of words", 1, "Client;Region\nAcme;LU\nGlobex;LU"],
  ["no names at all", 1, "1;2\n3;4"],
])("%s: line %i", (_name, line, text) => {
  expect(findHeader(lines(text))).toBe(line);
});
