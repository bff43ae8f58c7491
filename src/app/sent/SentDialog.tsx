/**
 * "What left this browser": every request of the app, as it was listed before it was made. The key
 * is dots here because it is nothing else: it never gets into the list.
 */

import { countText } from "../../words/figures.ts";
import { Dialog } from "../controls/Dialog.tsx";
import type { RequestLedger } from "../requestLedger.ts";
import { useStore } from "../useStore.ts";
import styles from "./SentDialog.module.css";
import { hostOf, keyText, outcomeText, summaryText } from "./sentWords.ts";

interface SentDialogProps {
  readonly ledger: RequestLedger;
  readonly onClose: () => void;
}

const TIME = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

export function SentDialog({ ledger, onClose }: SentDialogProps) {
  const { requests, forgotten } = useStore(ledger);
  return (
    <Dialog title="What left this browser" wide onClose={onClose}>
      <div className={styles.body}>
        <p>{summaryText(requests, forgotten)}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard */}
        <section className={styles.frame} tabIndex={0} aria-label="Requests">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Request</th>
                <th scope="col">Key</th>
                <th scope="col">Answer</th>
              </tr>
            </thead>
            <tbody>
              {requests.map((request) => (
                <tr key={request.id}>
                  <td className={styles.time}>{TIME.format(request.at)}</td>
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
        {forgotten > 0 && <p>The oldest {countText(forgotten)} are no longer listed.</p>}
        <p className={styles.rest}>
          Nothing else was sent. The report, and what you filter, search, copy, share or export,
          stays in this browser. The files of this app came from {location.host} when you opened it,
          without the key.
        </p>
      </div>
    </Dialog>
  );
}
