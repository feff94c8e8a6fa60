/**
 * Text made safe for Markdown (CommonMark 0.31.2 and GitHub Flavored Markdown 0.29): what is put through here
 * is read as the same characters and never as markup. A backslash before ASCII punctuation makes it
 * literal (CommonMark 2.4). Only what can begin markup is escaped, so that the source stays readable:
 *
 *     anywhere             \ ` * _ { } [ ] < > # | ~ $ ^ & !
 *     at a line's start    - + = :  and the . or ) of "1." and "1)"
 *     at a line's edges    white space (code blocks, hard breaks), as a numeric reference (2.5)
 *
 * `:` in "://" and the "." of "www." are escaped too (GFM 6.9, autolinks). A renderer that links bare mail
 * addresses does so after escapes are resolved; that changes no word and cannot be prevented.
 */
const ANYWHERE = /[\\`*_{}[\]<>#|~$^&!]/gu;
const LINE_START = /^(?:[-+=:]|\d+(?=[.)]))/u;
const AUTOLINK = /:(?=\/\/)|(?<=www)\./giu;
const LINE_BREAK = /\r\n?|\n/u;
/**
 * To CommonMark only spaces and tabs mean something here; some renderers trim every white space of Unicode.
 * Looking back first keeps a long run of spaces within a line from being tried from each of its places.
 */
const EDGE_SPACE = /^\s+|(?<!\s)\s+$/gu;

/** White space only; VT and FF are not looked through, since they are replaced. */
const BLANK = /^[^\S\v\f]*$/u;

/** Characters that a Markdown file cannot hold or that a reader would not see: controls but tab (2.3 replaces NUL), line separators. */
const UNREADABLE = /(?!\t)\p{Cc}/gu;

/** Marks of direction: as references, so that whoever reads the source sees them, and no line of it is turned (Trojan Source, CVE-2021-42574). */
const TURNING = /\p{Bidi_Control}/gu;

/** One line of text, for a heading, a table cell, a list item: line breaks become spaces. */
export function escapeInline(text: string): string {
  return escapeLine(text.split(LINE_BREAK).join(' '));
}

/** Text with its line breaks: each becomes a hard break (6.7), an empty line begins a new paragraph. `prefix` begins every line ("> " in a quotation). */
export function escapeLines(text: string, prefix = ''): string {
  // Some renderers take any white space for a blank line; a hard break before one would show its backslash.
  const lines = text.split(LINE_BREAK).map((line) => (BLANK.test(line) ? '' : escapeLine(line)));
  return lines
    .map((line, index) => {
      if (line === '') return prefix.trimEnd();
      const next = lines[index + 1];
      return `${prefix}${line}${next === undefined || next === '' ? '' : '\\'}`;
    })
    .join('\n');
}

/** A piece from the middle of a line: neither what stands at a line's start nor what ends it is looked at. */
export function escapeWithin(text: string): string {
  const readable = text.toWellFormed().replace(UNREADABLE, '\ufffd').replace(ANYWHERE, '\\$&').replace(AUTOLINK, '\\$&');
  return readable.replace(TURNING, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** What only matters at the edges of a line, for one that was put together from pieces: its first characters, and white space at both ends. */
export function escapeEdges(line: string): string {
  return line
    .replace(LINE_START, (start) => (/\d/u.test(start) ? `${start}\\` : `\\${start}`))
    .replace(EDGE_SPACE, (spaces) => [...spaces].map((space) => `&#${space.charCodeAt(0)};`).join(''));
}

function escapeLine(line: string): string {
  return escapeEdges(escapeWithin(line));
}
