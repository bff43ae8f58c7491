/**
 * What the alphabets of languages do otherwise than everybody's order (compareText.ts), letter by
 * letter: letters of their own, letters written with two signs, letters that count as another one. All
 * else in a text stays as it is for everybody. A table of ours rather than the browser's, which differs
 * from version to version: links keep it for ever, so lines may be added, none changed.
 */

import type { Collation } from "./collation.ts";

/**
 * `z<å<ä,æ`: å after z, ä after that, æ the same letter as ä. What begins a chain stays in its place;
 * after a comma stand letters that are the same as the one before.
 */
const CROATIAN = "c<č<ć d<dž,ǆ<đ l<lj,ǉ n<nj,ǌ s<š z<ž";
export const ALPHABETS: Readonly<Record<Collation, string>> = {
  az: "c<ç e<ə g<ğ h<x<ı k<q o<ö s<ş u<ü z<w",
  be: "г,ґ е<ё и<і,ї у<ў",
  cs: "c<č h<ch r<ř s<š z<ž",
  cy: "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
  da: "y,ü,ű z<æ,ä<ø,ö,ő<å,aa",
  el: "α,ά ε,έ η,ή ι,ί,ϊ,ΐ ο,ό σ,ς υ,ύ,ϋ,ΰ ω,ώ",
  es: "n<ñ",
  et: "s<š<z<ž w<õ<ä<ö<ü",
  fi: "n,ŋ t,ŧ y,ü z,ʒ<å<ä,æ<ö,ø",
  hr: CROATIAN,
  hu: "c<cs d<dz<dzs g<gy l<ly n<ny o<ö,ő s<sz t<ty u<ü,ű z<zs",
  is: "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ,ä<ö,ø<å",
  lt: "c<č i,y s<š z<ž",
  lv: "a<ā c<č e<ē g<ģ i<y<ī k<ķ l<ļ n<ņ o<ō r<ŗ s<š u<ū z<ž",
  mk: "д<ѓ з<ѕ и,й<ј л<љ н<њ т<ќ ч<џ",
  nb: "y,ü,ű z<æ,ä,ę<ø,ö,ő,œ<å,aa",
  pl: "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
  ro: "a<ă<â i<î s<ș,ş t<ț,ţ",
  ru: "г,ґ е,ё<є и<і,ї",
  sk: "a<ä c<č h<ch o<ô r<ř s<š z<ž",
  sl: "c<č<ć d<đ s<š z<ž",
  sq: "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
  sr: `${CROATIAN} д<ђ и,й<ј л<љ н<њ т<ћ ч<џ`,
  sv: "y,ü,ű z<å<ä,æ,ę<ö,ø,ő,œ,ô",
  tr: "c<ç g<ğ h<ı o<ö s<ş u<ü",
  uk: "г<ґ е,ё<є и<і<ї",
  vi: "a<ă<â d<đ e<ê o<ô<ơ u<ư",
};

/** Hungarian writes a long `sz` as `ssz`. */
const DOUBLES: Collation = "hu";
/** The capital of `ı` is `I`, that of `i` is `İ`. */
const DOTLESS: readonly Collation[] = ["az", "tr"];

/**
 * The nth letter after another one is that one and the nth of these: above anything that a text can
 * go on with. The last six code points, which texts have no use for.
 */
export const AFTER = 0x10_fffa;

export interface Alphabet {
  readonly hasDotless: boolean;
  /** What stands for each letter of its own, by its first sign; the longest first. */
  readonly letters: ReadonlyMap<string, readonly Letter[]>;
}

export interface Letter {
  readonly signs: string;
  readonly stands: string;
}

const known = new Map<Collation, Alphabet>();

export function alphabetOf(collation: Collation): Alphabet {
  const old = known.get(collation);
  if (old !== undefined) return old;
  const letters = new Map<string, Letter[]>();
  const add = (signs: string, stands: string) => {
    const [first = ""] = signs;
    const beside = letters.get(first) ?? [];
    beside.push({ signs, stands });
    beside.sort((a, b) => b.signs.length - a.signs.length);
    letters.set(first, beside);
    const isDoubled = collation === DOUBLES && signs.length > 1 && signs[1] !== first;
    if (isDoubled) add(first + signs, stands + stands);
  };
  for (const chain of ALPHABETS[collation].split(" ")) {
    const [[first = "", ...same] = [], ...after] = chain
      .split("<")
      .map((letter) => letter.split(","));
    for (const signs of same) add(signs, first);
    after.forEach((signs, at) => {
      for (const one of signs) add(one, first + String.fromCodePoint(AFTER + at));
    });
  }
  const alphabet = { hasDotless: DOTLESS.includes(collation), letters };
  known.set(collation, alphabet);
  return alphabet;
}
