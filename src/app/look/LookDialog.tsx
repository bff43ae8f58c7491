/** The choice of theme and row height; each takes effect at once. */

import { Dialog } from "../controls/Dialog.tsx";
import { useStore } from "../useStore.ts";
import styles from "./LookDialog.module.css";
import { type Look, type LookStore, ROW_HEIGHTS, THEMES } from "./lookStore.ts";

interface LookDialogProps {
  readonly look: LookStore;
  readonly onClose: () => void;
}

const THEME_WORDS: Readonly<Record<Look["theme"], string>> = {
  system: "Like the system",
  light: "Light",
  dark: "Dark",
};
const ROW_WORDS: Readonly<Record<Look["rows"], string>> = {
  compact: "Compact: more rows on the screen",
  comfortable: "Comfortable: more room for each row",
};

export function LookDialog({ look, onClose }: LookDialogProps) {
  const { theme, rows } = useStore(look);
  return (
    <Dialog title="Appearance" onClose={onClose}>
      <div className={styles.body}>
        <Choice
          legend="Theme"
          name="theme"
          options={THEMES}
          words={THEME_WORDS}
          chosen={theme}
          onChoose={(one) => look.choose({ theme: one })}
        />
        <Choice
          legend="Rows"
          name="rows"
          options={ROW_HEIGHTS}
          words={ROW_WORDS}
          chosen={rows}
          onChoose={(one) => look.choose({ rows: one })}
        />
        <p className={styles.note}>Kept in this browser. It is not part of any link.</p>
      </div>
    </Dialog>
  );
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
