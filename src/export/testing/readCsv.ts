/** A reader of CSV by the letter of RFC 4180, one character at a time; shares nothing with the writer. */

export function readCsv(text: string, separator = ","): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let at = 0;
  const endField = (): void => {
    row.push(field);
    field = "";
  };
  while (at < text.length) {
    if (text[at] === '"' && field === "") {
      at += 1;
      for (;;) {
        if (at >= text.length) throw new Error("a quote is not closed");
        if (text[at] !== '"') field += text[at];
        else if (text[at + 1] === '"') {
          field += '"';
          at += 1;
        } else break;
        at += 1;
      }
      at += 1;
      const after = text[at];
      if (after !== separator && after !== "\r" && after !== "\n") {
        throw new Error(`"${after}" follows a closing quote`);
      }
    } else if (text[at] === separator) {
      endField();
      at += 1;
    } else if (text[at] === "\n" || (text[at] === "\r" && text[at + 1] === "\n")) {
      endField();
      rows.push(row);
      row = [];
      at += text[at] === "\n" ? 1 : 2;
    } else {
      if (text[at] === '"') throw new Error("a quote inside an unquoted field");
      field += text[at];
      at += 1;
    }
  }
  if (field !== "" || row.length > 0) throw new Error("the last line has no end");
  return rows;
}
