/**
 * One field of tab-separated text, as spreadsheets write it to the clipboard and read it from there:
 * quoted only where a tab, quote or line break is inside, so that every text survives.
 */

export function tabField(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
