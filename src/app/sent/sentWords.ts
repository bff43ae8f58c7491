/** The list of requests in words: how each ended, and what all of them come to. */

import type { Outcome, SentRequest } from "../../model/sentRequest.ts";
import { counted, countText } from "../../words/figures.ts";

export function outcomeText(outcome: Outcome): string {
  switch (outcome) {
    case "underWay":
      return "no answer yet";
    case "noAnswer":
      return "no answer";
    case "stopped":
      return "stopped";
    case "redirectRefused":
      return "redirect, not followed";
    case 0:
      return "an answer this page may not read";
    default:
      return String(outcome);
  }
}

/** Dots for the key: how many there are says nothing about it. */
export function keyText({ key }: SentRequest): string {
  return key === undefined ? "without the key" : `Authorization: ${key} ••••`;
}

/** How many there were, and where the key went. */
export function summaryText(requests: readonly SentRequest[], forgotten: number): string {
  const all = counted(requests.length + forgotten, "request");
  const withKey = requests.filter(({ key }) => key !== undefined);
  const start = `${all} since this page was opened.`;
  if (withKey.length === 0) return `${start} The key has not been sent.`;
  const hosts = [...new Set(withKey.map(({ origin }) => hostOf(origin)))].join(" and ");
  return `${start} The key went along with ${countText(withKey.length)} of them, to ${hosts} and nowhere else.`;
}

export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "");
}
