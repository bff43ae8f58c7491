/** What left this browser. */

import { area } from "../area.ts";
import { countText, counted } from "../figures.ts";

export const sentWords = area("sent", {
  title: "What left this browser",
  requests: "Requests",
  time: "Time",
  request: "Request",
  key: "Key",
  answer: "Answer",
  outcomes: {
    underWay: "no answer yet",
    noAnswer: "no answer",
    stopped: "stopped",
    redirectRefused: "redirect, not followed",
    unreadable: "an answer this page may not read",
  },
  withoutKey: "without the key",
  all: (count: number) => `${counted(count, "request")} since this page was opened.`,
  keyNotSent: "The key has not been sent.",
  keyWent: (times: number, hosts: string) =>
    `The key went along with ${countText(times)} of them, to ${hosts} and nowhere else.`,
  forgotten: (count: number) => `The oldest ${counted(count, "is", "are")} no longer listed.`,
  rest: (host: string) =>
    `Nothing else was sent. The report, and what you filter, search, copy, share or export, stays in this browser. The files of this app came from ${host}, without the key: most when you opened it, a few when they were first needed.`,
});
