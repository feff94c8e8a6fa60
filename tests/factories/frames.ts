import { ENGLISH } from '@/lib/frame/en/english';
import type { Direction, Frame } from '@/lib/frame/frame';
import { buildReport, type ReportModel } from '@/lib/report/model';

/**
 * Languages that are English in the letters of another script, made by walking the frame: whatever Latin letter is left in a file
 * was written past the frame. What people wrote is put into Cyrillic letters, one for one, so that no place in the text moves.
 */

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** Greek and Hebrew have fewer letters than Latin: some stand for two. */
const ALPHABETS = {
  greek: 'αβξδεφγηικκλμνοπψρστυωθχζζ',
  hebrew: 'אבגדהוזחטיכלמנסעפצקרשתאבגד',
  cyrillic: 'абцдефгхийклмнопярстувшчыз',
} as const;

type Alphabet = keyof typeof ALPHABETS;

function toLetters(text: string, alphabet: Alphabet): string {
  return text.replace(/[A-Za-z]/gu, (letter) => {
    const other = ALPHABETS[alphabet][LATIN.indexOf(letter.toLowerCase())] ?? letter;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
}

/** Latin letters that a message is given, while its own are put into others: they are not its own, and must be seen afterwards. */
const HIDDEN = 0xf000;
const hide = (text: string) => text.replace(/[A-Za-z]/gu, (letter) => String.fromCodePoint(HIDDEN + letter.charCodeAt(0)));
const show = (text: string) =>
  text.replace(/[\uf041-\uf07a]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? HIDDEN) - HIDDEN));

/** What a message is given, or what it comes to, with its texts changed; the name of a figure is nobody's words. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'figure' ? item : withTexts(item, change)]));
}

function inLetters(message: unknown, alphabet: Alphabet): unknown {
  if (typeof message === 'function') {
    return (...given: unknown[]) => {
      const said: unknown = message(...given.map((one) => withTexts(one, hide)));
      return withTexts(said, (text) => show(toLetters(text, alphabet)));
    };
  }
  if (typeof message === 'string') return toLetters(message, alphabet);
  if (Array.isArray(message)) return message.map((item) => inLetters(item, alphabet));
  return Object.fromEntries(Object.entries(message as object).map(([key, item]) => [key, inLetters(item, alphabet)]));
}

export function pseudoFrame(alphabet: 'greek' | 'hebrew', direction: Direction = alphabet === 'hebrew' ? 'rtl' : 'ltr'): Frame {
  const tags = alphabet === 'hebrew' ? { language: 'he', regional: 'he-IL' } : { language: 'el', regional: 'el-GR' };
  const frame = inLetters(ENGLISH, alphabet) as Frame;
  const arrow = direction === 'rtl' ? ' → ' : frame.attribution.arrow;
  return { ...frame, ...tags, direction, attribution: { ...frame.attribution, arrow } };
}

/** The fields that hold what people wrote. */
const WRITTEN = [
  ...['title', 'topic', 'outlet', 'text', 'quote', 'before', 'after', 'note', 'name', 'fileName', 'locator', 'url', 'archivedUrl'],
  ...['rationale', 'correction', 'question', 'descriptor', 'basis', 'reason', 'attested', 'affiliation', 'role'],
];

function inCyrillic(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return WRITTEN.includes(field) ? toLetters(value, 'cyrillic') : value;
  if (Array.isArray(value)) return value.map((item) => inCyrillic(item, field));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inCyrillic(item, key)]));
}

/** The same report in another frame, with nothing in Latin letters that anybody wrote. */
export function inPseudo(model: ReportModel, frame: Frame): ReportModel {
  const { desk, article, revision, claims, transitions, groups } = model;
  const written = inCyrillic({ desk, article, revision, claims, transitions, groups }) as Pick<
    ReportModel,
    'desk' | 'article' | 'revision' | 'claims' | 'transitions' | 'groups'
  >;
  return buildReport({ ...model, ...written, frame });
}
