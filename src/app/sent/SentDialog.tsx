/**
 * "What left this browser": every request of the app, as it was listed before it was made. The key
 * is dots here because it is nothing else: it never gets into the list.
 */

import { sentWords } from "../../words/en/sent.ts";
import { timeText } from "../../words/figures.ts";
import { Dialog } from "../controls/Dialog.tsx";
import type { RequestLedger } from "../requestLedger.ts";
import { useStore } from "../useStore.ts";
import styles from "./SentDialog.module.css";
import { hostOf, keyText, outcomeText, summaryText } from "./sentWords.ts";

interface SentDialogProps {
  readonly ledger: RequestLedger;
  readonly onClose: () => void;
}

export function SentDialog({ ledger, onClose }: SentDialogProps) {
  const { requests, forgotten } = useStore(ledger);
  return (
    <Dialog title={sentWords.title} wide onClose={onClose}>
      <div className={styles.body}>
        <p>{summaryText(requests, forgotten)}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard */}
        <section className={styles.frame} tabIndex={0} aria-label={sentWords.requests}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{sentWords.time}</th>
                <th scope="col">{sentWords.request}</th>
                <th scope="col">{sentWords.key}</th>
                <th scope="col">{sentWords.answer}</th>
              </tr>
            </thead>
            <tbody>
              {requests.map((request) => (
                <tr key={request.id}>
                  <td className={styles.time}>{timeText(request.at)}</td>
                  <td className={styles.request}>
                    {request.method} <b>{hostOf(request.origin)}</b>
                    <wbr />
                    {request.path}
                  </td>
                  <td className={request.key === undefined ? styles.without : styles.key}>
                    {keyText(request)}
                  </td>
                  <td>{outcomeText(request.outcome)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {forgotten > 0 && <p>{sentWords.forgotten(forgotten)}</p>}
        <p className={styles.rest}>{sentWords.rest(location.host)}</p>
      </div>
    </Dialog>
  );
}
