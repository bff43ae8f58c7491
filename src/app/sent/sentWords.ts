/** The list of requests in words: how each ended, and what all of them come to. */

import type { Outcome, SentRequest } from "../../model/sentRequest.ts";
import { sentWords } from "../../words/en/sent.ts";
import { allOf } from "../../words/figures.ts";

export function outcomeText(outcome: Outcome): string {
  if (outcome === 0) return sentWords.outcomes.unreadable;
  return typeof outcome === "number" ? String(outcome) : sentWords.outcomes[outcome];
}

/** Dots for the key: how many there are says nothing about it. */
export function keyText({ key }: SentRequest): string {
  return key === undefined ? sentWords.withoutKey : `Authorization: ${key} ••••`;
}

/** How many there were, and where the key went. */
export function summaryText(requests: readonly SentRequest[], forgotten: number): string {
  const start = sentWords.all(requests.length + forgotten);
  const withKey = requests.filter(({ key }) => key !== undefined);
  if (withKey.length === 0) return `${start} ${sentWords.keyNotSent}`;
  const hosts = allOf([...new Set(withKey.map(({ origin }) => hostOf(origin)))]);
  return `${start} ${sentWords.keyWent(withKey.length, hosts)}`;
}

export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "");
}
