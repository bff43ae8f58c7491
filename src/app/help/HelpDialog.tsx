/** The keys of the grid, as its own table has them. */

import { SHORTCUTS, type Shortcut } from "../../grid/shortcuts.ts";
import { helpWords } from "../../words/en/help.ts";
import { Dialog } from "../controls/Dialog.tsx";
import styles from "./HelpDialog.module.css";

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog wide title={helpWords.title} onClose={onClose}>
      {/* Scrolls where it doesn't fit, with arrow keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={helpWords.keys} tabIndex={0} className={styles.body}>
        {SHORTCUTS.map(({ name, shortcuts }) => (
          <div key={name} className={styles.group}>
            <h3 className={styles.name}>{helpWords.groups[name]}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div key={shortcut.keys.join()} className={styles.line}>
                  <dt className={styles.keys}>
                    {shortcut.keys.map((keys) => (
                      <kbd key={keys} className={styles.key}>
                        {keyWords(keys)}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{doesWords(shortcut)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
        <p className={styles.note}>{helpWords.note}</p>
      </section>
    </Dialog>
  );
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

function keyWords(keys: string): string {
  const names: Readonly<Record<string, string>> = helpWords.keyNames;
  return keys
    .split("+")
    .map((key) => ARROWS[key] ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(" ");
}

function doesWords({ does, inHeader = false }: Shortcut): string {
  const text = helpWords.does[does];
  return inHeader ? helpWords.onHeader(text) : text;
}
