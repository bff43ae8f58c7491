/** The choice of theme, row height and language; each takes effect at once. */

import { lookWords } from "../../words/en/look.ts";
import { LANGUAGE_NAMES, useSpoken } from "../../words/spoken.ts";
import { Dialog } from "../controls/Dialog.tsx";
import { Field } from "../controls/Field.tsx";
import { Select } from "../controls/Select.tsx";
import { useStore } from "../useStore.ts";
import type { Collation } from "../../model/collation.ts";
import { Button } from "../controls/Button.tsx";
import { collationName } from "./collationName.ts";
import styles from "./LookDialog.module.css";
import {
  LANGUAGE_CHOICES,
  LOCALE_CHOICES,
  type Look,
  type LookStore,
  ORDER_CHOICES,
  ROW_HEIGHTS,
  THEMES,
} from "./lookStore.ts";

interface LookDialogProps {
  readonly look: LookStore;
  /** What is usual here by the host’s choice, instead of the browser’s. */
  readonly hostLocale: string | undefined;
  /** Whose alphabet the view on screen is in order of, and a new one would be. */
  readonly shownOrder: Collation | undefined;
  readonly ownOrder: () => Collation | undefined;
  readonly onOrder: (order: Collation | undefined) => void;
  readonly onClose: () => void;
}

export function LookDialog(props: LookDialogProps) {
  const { look, hostLocale, shownOrder, ownOrder, onOrder, onClose } = props;
  const { theme, rows, language, locale, order } = useStore(look);
  const { isMissing, language: speaks } = useSpoken();
  const names = new Intl.DisplayNames(speaks, { type: "language", languageDisplay: "standard" });
  const usual = hostLocale === undefined ? lookWords.browsers : usualName(hostLocale, names);
  return (
    <Dialog title={lookWords.title} onClose={onClose}>
      <div className={styles.body}>
        <Choice
          legend={lookWords.theme}
          name="theme"
          options={THEMES}
          words={lookWords.themes}
          chosen={theme}
          onChoose={(one) => look.choose({ theme: one })}
        />
        <Choice
          legend={lookWords.rows}
          name="rows"
          options={ROW_HEIGHTS}
          words={lookWords.heights}
          chosen={rows}
          onChoose={(one) => look.choose({ rows: one })}
        />
        <Choice
          legend={lookWords.language}
          name="language"
          options={LANGUAGE_CHOICES}
          words={{ browser: lookWords.browsers, ...LANGUAGE_NAMES }}
          chosen={language}
          onChoose={(one) => look.choose({ language: one })}
        />
        <Field label={lookWords.numbers} hint={lookWords.numbersHint}>
          {(attributes) => (
            <Select
              {...attributes}
              value={locale}
              onChange={({ target }) => {
                const chosen = LOCALE_CHOICES.find((one) => one === target.value);
                if (chosen !== undefined) look.choose({ locale: chosen });
              }}
            >
              {LOCALE_CHOICES.map((one) => (
                <option key={one} value={one}>
                  {localeName(one, usual, names)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={lookWords.order} hint={lookWords.orderHint}>
          {(attributes) => (
            <Select
              {...attributes}
              value={order}
              onChange={({ target }) => {
                const chosen = ORDER_CHOICES.find((one) => one === target.value);
                if (chosen === undefined) return;
                look.choose({ order: chosen });
                onOrder(ownOrder());
              }}
            >
              {orderNames(usual).map(([one, name]) => (
                <option key={one} value={one}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {shownOrder !== ownOrder() && (
          <div role="note" className={styles.other}>
            <p>
              {lookWords.otherOrder(
                shownOrder === undefined ? lookWords.everybodys : collationName(shownOrder),
              )}
            </p>
            <Button onClick={() => onOrder(ownOrder())}>{lookWords.ownOrder}</Button>
          </div>
        )}
        {isMissing && <p role="alert">{lookWords.notLoaded}</p>}
        <p className={styles.note}>{lookWords.kept}</p>
      </div>
    </Dialog>
  );
}

function usualName(locale: string, names: Intl.DisplayNames): string {
  const { language } = new Intl.Locale(locale);
  return lookWords.usualHere(names.of(language) ?? language);
}

function localeName(locale: Look["locale"], usual: string, names: Intl.DisplayNames): string {
  if (locale === "browser") return usual;
  return locale === "report" ? lookWords.reports : (names.of(locale) ?? locale);
}

/** The two that are no language first, then languages by their names. */
function orderNames(usual: string): readonly (readonly [Look["order"], string])[] {
  const named = ORDER_CHOICES.map((one) => {
    if (one === "browser") return [one, usual] as const;
    return [one, one === "everybody" ? lookWords.everybodys : collationName(one)] as const;
  });
  const languages = named.slice(2).sort(([, a], [, b]) => a.localeCompare(b));
  return [...named.slice(0, 2), ...languages];
}

interface ChoiceProps<Option extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly words: Readonly<Record<Option, string>>;
  readonly chosen: Option;
  readonly onChoose: (option: Option) => void;
}

function Choice<Option extends string>(props: ChoiceProps<Option>) {
  const { legend, name, options, words, chosen, onChoose } = props;
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option} className={styles.option}>
          <input
            type="radio"
            name={name}
            checked={option === chosen}
            onChange={() => onChoose(option)}
          />
          {words[option]}
        </label>
      ))}
    </fieldset>
  );
}
