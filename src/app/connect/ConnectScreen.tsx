/**
 * The first screen: one column, what is asked, and what becomes of it. A link to a report ends up
 * here too while there is no key: it says what it proposes, and nothing is sent until the person
 * decides.
 */

import { useState } from "react";
import { type ApiKey, readApiKey } from "../../model/apiKey.ts";
import type { ViewState } from "../../model/viewState.ts";
import { connectWords } from "../../words/en/connect.ts";
import { LANGUAGE_NAMES, LANGUAGES, type Language, useSpoken } from "../../words/spoken.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { filled } from "../controls/filled.tsx";
import { Mark } from "../controls/Mark.tsx";
import { Menu } from "../controls/Menu.tsx";
import { chooseFile } from "../file/chooseFile.ts";
import type { OpenedRoute } from "../../link/route.ts";
import type { ApiReportRoute } from "../location.ts";
import type { RequestLedger } from "../requestLedger.ts";
import { SentButton } from "../sent/SentButton.tsx";
import { unreadText, viewText } from "../viewText.ts";
import { ConnectForm } from "./ConnectForm.tsx";
import styles from "./ConnectScreen.module.css";
import { routeTo } from "./readTarget.ts";
import { SAMPLE_KEY, SAMPLES, type Sample } from "./samples.ts";

interface ConnectScreenProps {
  /** What the address proposes. */
  readonly offered: OpenedRoute;
  /** What the app is called here. */
  readonly product: string;
  /** What the host's configuration gets wrong, for whoever set it up. */
  readonly mistakes: readonly string[];
  readonly hasSamples: boolean;
  readonly hasKey: boolean;
  readonly ledger: RequestLedger;
  readonly freshView: () => ViewState;
  readonly onLanguage: (language: Language) => void;
  /** `key` is undefined for the one in memory. */
  readonly onOpen: (key: ApiKey | undefined, target: ApiReportRoute) => void;
  readonly onFile: (file: File) => void;
}

export function ConnectScreen(props: ConnectScreenProps) {
  const { offered, product, mistakes, hasSamples, hasKey, ledger } = props;
  const { freshView, onLanguage, onOpen, onFile } = props;
  const report = offered.screen === "report" ? offered : undefined;
  const damaged = offered.screen === "connect" ? offered.damaged : undefined;
  const unread = unreadText(offered);
  return (
    <main className={styles.screen}>
      <div className={styles.column}>
        <header className={styles.head}>
          <Mark />
          <h1 className={styles.title}>{product}</h1>
          <p className={styles.lead}>{connectWords.lead}</p>
        </header>
        {mistakes.length > 0 && (
          <div role="note" className={styles.mistakes}>
            <p>{connectWords.mending}</p>
            <ul>
              {mistakes.map((mistake) => (
                <li key={mistake}>{mistake}</li>
              ))}
            </ul>
          </div>
        )}
        {(offered.screen !== "connect" || unread !== "") && (
          <div role="note" className={styles.offer}>
            {report !== undefined && (
              <p>
                {filled(connectWords.offersReport(viewText(report.view)), {
                  id: <code>{report.reportId.slice(0, 8)}</code>,
                })}
              </p>
            )}
            {offered.screen === "file" && <p>{connectWords.offersFile(viewText(offered.view))}</p>}
            {damaged !== undefined && <p>{connectWords.offersDamaged(viewText(damaged.view))}</p>}
            {unread !== "" && <p>{unread}</p>}
          </div>
        )}
        <ConnectForm
          key={report?.reportId ?? damaged?.idText}
          offered={offered}
          hasKey={hasKey}
          freshView={freshView}
          onOpen={onOpen}
        />
        <div className={styles.file}>
          <Button onClick={() => chooseFile(onFile)}>{connectWords.openFile}</Button>
          <p className={styles.fileHint}>{connectWords.fileHint}</p>
        </div>
        {hasSamples && <SampleButtons freshView={freshView} onOpen={onOpen} />}
        <p className={styles.promise}>
          {connectWords.promise} <SentButton ledger={ledger} /> ·{" "}
          <a href="./licenses.txt" target="_blank" rel="noopener">
            {connectWords.licences}
          </a>
          <OtherLanguages onChoose={onLanguage} />
        </p>
      </div>
    </main>
  );
}

function OtherLanguages({ onChoose }: { readonly onChoose: (language: Language) => void }) {
  const { language, isMissing } = useSpoken();
  return (
    <>
      {LANGUAGES.filter((other) => other !== language).map((other, place) => (
        // The same place keeps the focus when its language is another.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={place}>
          {" · "}
          <button
            type="button"
            lang={other}
            className={styles.language}
            onClick={() => onChoose(other)}
          >
            {LANGUAGE_NAMES[other]}
          </button>
        </span>
      ))}
      {isMissing && <span role="alert"> {connectWords.languageMissing}</span>}
    </>
  );
}

function SampleButtons({ freshView, onOpen }: Pick<ConnectScreenProps, "freshView" | "onOpen">) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const open = ({ reportId }: Sample) => {
    const reading = readApiKey(SAMPLE_KEY);
    if (reading.ok) onOpen(reading.key, routeTo(reportId, freshView()));
  };
  return (
    <div className={styles.samples}>
      <Button onClick={() => SAMPLES.slice(0, 1).forEach(open)}>{connectWords.sample}</Button>
      <Button
        look="quiet"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {connectWords.otherSamples} <Icon name="down" />
      </Button>
      {anchor !== undefined && (
        <Menu
          label={connectWords.otherSamples}
          anchor={anchor}
          items={SAMPLES.map((sample) => ({
            label: connectWords.samples[sample.name](),
            onSelect: () => open(sample),
          }))}
          onClose={() => setAnchor(undefined)}
        />
      )}
    </div>
  );
}
