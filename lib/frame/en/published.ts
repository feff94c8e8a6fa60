import type { Said } from '../said';
import { toCountText } from './counts';

/** What stands around a published report: above it, where links show it, and where its label is embedded. Days come as they are to be shown. */
export const PUBLISHED = {
  /** What a browser and a card call it. */
  titled: (title: string) => `${title} – who says so`,
  picture: 'The sourcing label of the report',
  band: (day: string, edition: number, hash: string): Said<'published' | 'page' | 'data' | 'algorithm' | 'hash'> => [
    { text: `Published ${day}`, figure: 'published' },
    edition === 1 ? '. ' : `, edition ${edition}. `,
    { text: 'This edition', figure: 'page' },
    ' stays as it is; ',
    { text: 'its data', figure: 'data' },
    ' has the ',
    { text: 'SHA-256', figure: 'algorithm' },
    ' ',
    { text: hash, figure: 'hash' },
  ],
  corrections: 'Corrections',
  /** At the head of a correction, before what an editor says of it. */
  correctedOn: (day: string) => `${day}.`,
  before: (edition: number) => `What stood before (edition ${edition})`,
  beforeClosed: (edition: number) => `What stood before (edition ${edition}) can no longer be read.`,
  /** Above an earlier edition; `day` is that of the newest. */
  later: (day: string): Said<'head' | 'now'> => [
    { text: 'This is an earlier edition.', figure: 'head' },
    ` The report was corrected on ${day}. `,
    { text: 'Read what stands now', figure: 'now' },
    '.',
  ],
  /** What changed between two editions, in neutral words. They are kept as they were said when the later one was published. */
  changes: {
    added: 'added',
    takenOut: 'taken out',
    changed: 'changed',
    fieldAdded: (field: string, value: string) => `${field} added: ${value}`,
    fieldTakenOut: (field: string, value: string) => `${field} taken out: ${value}`,
    fieldChanged: (field: string) => `${field} changed`,
    fieldWas: (field: string, was: string, is: string) => `${field} was ${was}, now ${is}`,
    withheld: 'What is withheld is not the same',
    text: 'The text is a newer one of the same article',
    article: 'What is said of the article (topic, outlet, date) was changed',
    groups: 'What is known of where the sources have it from was changed',
    details: 'Details behind the claims were brought up to date',
    unknown: 'What was changed is not listed, since the two editions cannot be compared',
  },
  embed: {
    name: 'Who says so',
    /** What the frame on another page is called. */
    frame: (title: string) => `Who says so: ${title}`,
    ofClass: (name: string, count: number) => `${name}: ${toCountText(count, 'claim')}`,
    /** Beside the name of a class: `unit` is heard and not seen. */
    count: (count: number): Said<'unit'> => [`${count}`, { text: count === 1 ? ' claim' : ' claims', figure: 'unit' }],
    report: (day: string): Said<'report'> => [{ text: 'The sourcing report', figure: 'report' }, `, ${day}`],
    of: (title: string, day: string, program: string): Said<'article' | 'report'> => [
      'On ',
      { text: title, figure: 'article' },
      '. ',
      { text: 'Read the sourcing report', figure: 'report' },
      `, ${day}. Made with ${program}.`,
    ],
  },
  /** Below the bar of the picture for cards, where there is one line. */
  legend: (count: number, classes: readonly { readonly name: string; readonly claims: number }[]) => {
    const named = classes.map(({ name, claims }) => `${name.toLowerCase()} ${claims}`).join(', ');
    return `${toCountText(count, 'claim')}${named === '' ? '' : `: ${named}`}`;
  },
} as const;
