/**
 * Between two tries: why, and when the next one starts, counting down. Spoken once; the seconds
 * that pass are not.
 */

import { useEffect, useState } from "react";
import type { ReportError } from "../../model/reportError.ts";
import { noticeWords } from "../../words/en/notices.ts";
import { Button } from "../controls/Button.tsx";
import { waitingText } from "../errorText.ts";
import { Notice } from "./Notice.tsx";

interface WaitingNoticeProps {
  readonly error: ReportError;
  /** By `performance.now()`. */
  readonly until: number;
  readonly attempt: number;
  readonly of: number;
  readonly onTryNow: () => void;
  readonly onStop: () => void;
}

export function WaitingNotice(props: WaitingNoticeProps) {
  const { error, until, attempt, of, onTryNow, onStop } = props;
  const { title, when } = waitingText(error, useSecondsUntil(until), attempt, of);
  return (
    <Notice
      tone="waiting"
      buttons={
        <>
          <Button onClick={onTryNow}>{noticeWords.tryNow}</Button>
          <Button onClick={onStop}>{noticeWords.stop}</Button>
        </>
      }
    >
      <strong>{title}</strong> <span aria-live="off">{when}</span>
    </Notice>
  );
}

function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}
