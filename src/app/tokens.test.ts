/**
 * The tokens' promise of contrast, measured: every ink on every paper, in both themes.
 */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const INKS = ["ink", "ink-2", "ink-3", "accent", "accent-2", "warn", "neg"];
const PAPERS = ["paper", "paper-2", "paper-3", "accent-soft", "warn-soft", "neg-soft"];

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  it.each(INKS.flatMap((ink) => PAPERS.map((paper) => [ink, paper] as const)))(
    "%s can be read on %s",
    (ink, paper) => {
      expect(contrast(colour(ink, theme), colour(paper, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("can be read on the accent", () => {
    for (const accent of ["accent", "accent-2"]) {
      const ratio = contrast(colour("accent-ink", theme), colour(accent, theme));
      expect(ratio).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("can be read where it was found", () => {
    expect(contrast(colour("ink", theme), colour("found", theme))).toBeGreaterThanOrEqual(7);
  });

  it("shows where a field is", () => {
    for (const paper of ["paper", "paper-2"]) {
      const ratio = contrast(colour("line-3", theme), colour(paper, theme));
      expect(ratio).toBeGreaterThanOrEqual(3);
    }
  });
});

function colour(token: string, theme: "light" | "dark"): string {
  const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  const value = theme === "light" ? found?.[1] : found?.[2];
  if (value === undefined) throw new Error(`no colour --${token}`);
  return value;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
