/**
 * Above the rows, before anyone trusts a number: whether they are of the data the opened link was made
 * from. Quiet while it is checked; a difference is an alert that stays.
 */

import { useState } from "react";
import { controlWords } from "../../words/en/controls.ts";
import { Button } from "../controls/Button.tsx";
import type { OpenReport } from "../data/reportSession.ts";
import type { ReportRoute } from "../location.ts";
import { Notice } from "../notices/Notice.tsx";
import { proofText, proveData } from "./dataProof.ts";
import styles from "./DataProofNotice.module.css";

interface DataProofNoticeProps {
  readonly route: ReportRoute;
  readonly open: OpenReport | undefined;
}

export function DataProofNotice({ route, open }: DataProofNoticeProps) {
  const [closed, setClosed] = useState<string>();
  const proof = proveData(route, open);
  if (proof === undefined) return null;
  const words = proofText(proof);
  if (proof.state === "different") return <Notice tone="failure">{words}</Notice>;
  const isProven = proof.state === "same";
  if (isProven && closed === route.fingerprint) return null;
  return (
    <div className={isProven ? styles.same : styles.proof}>
      <output className={styles.words}>{words}</output>
      {isProven && (
        <Button look="quiet" onClick={() => setClosed(route.fingerprint)}>
          {controlWords.close}
        </Button>
      )}
    </div>
  );
}
