import { describe, expect, it } from 'vitest';
import { GRADE_FACTS, GRADES } from '@/lib/sources/grade';
import { addAliasInput, gradeSourceInput, registryFilterInput, retractSourceInput, sourceFieldsInput } from '@/lib/sources/schema';

const FIELDS = {
  name: 'Reuters',
  kind: 'news_organization',
  affiliation: '',
  role: '',
  language: '',
  homepage: '',
  wikidata: '',
  parentId: null,
} as const;

const VERSION = { key: '7f6c1a52-6f7b-4f52-9a0e-0f6f6a0c8a10', sourceId: '01936f00-0000-7000-8000-000000000000', version: 1 };

/** The first thing that is wrong with the form, as its field and sentence. */
function faultOf(different: Record<string, unknown>) {
  const issue = sourceFieldsInput.safeParse({ ...FIELDS, ...different }).error?.issues[0];
  return issue === undefined ? null : { field: issue.path.join('.'), message: issue.message };
}

describe('the form of a source', () => {
  it('takes a name alone and keeps what is empty as not known', () => {
    expect(sourceFieldsInput.parse(FIELDS)).toEqual({ ...FIELDS, homepage: null, wikidata: null });
  });

  it.each([
    ['name', { name: 'x'.repeat(10_000) }, "A source's name has at most 300 characters."],
    ['name', { name: ' \u200b ' }, 'A source needs a name that can be read.'],
    ['name', { name: 'Reu\u0007ters' }, 'This text holds control characters.'],
    ['affiliation', { affiliation: 'x'.repeat(301) }, 'An affiliation has at most 300 characters.'],
    ['role', { role: 'x'.repeat(301) }, 'A role has at most 300 characters.'],
    ['role', { role: 'edi\u0000tor' }, 'This text holds control characters.'],
    ['language', { language: 'english' }, 'Write a language tag such as en, uk, pt-BR or zh-Hant.'],
    ['language', { language: 'en_US' }, 'Write a language tag such as en, uk, pt-BR or zh-Hant.'],
    ['homepage', { homepage: 'reuters.com' }, 'Write the whole address, with https:// or http:// before it.'],
    ['homepage', { homepage: 'javascript:alert(1)' }, 'Write the whole address, with https:// or http:// before it.'],
    ['homepage', { homepage: 'https://a:b@reuters.com' }, 'Write the whole address, with https:// or http:// before it.'],
    ['homepage', { homepage: 'https://exa mple.org' }, 'Write the whole address, with https:// or http:// before it.'],
    ['wikidata', { wikidata: 'P31' }, 'Write a Wikidata id, Q and digits (Q9684), or paste the address of its page.'],
    [
      'wikidata',
      { wikidata: 'https://evil.example/wiki/Q1' },
      'Write a Wikidata id, Q and digits (Q9684), or paste the address of its page.',
    ],
  ])('says what is wrong with the %s: %j', (field, different, message) => {
    const fault = faultOf(different);
    expect(fault?.field).toBe(field);
    expect(fault?.message).toBe(message);
  });

  it.each([
    ['language', 'PT-br', 'pt-BR'],
    ['language', ' zh-hant ', 'zh-Hant'],
    ['language', 'iw', 'he'],
    ['homepage', ' https://www.reuters.com/world/?a=b ', 'https://www.reuters.com/world/?a=b'],
    ['wikidata', 'q9684', 'Q9684'],
    ['wikidata', 'https://www.wikidata.org/wiki/Q9684', 'Q9684'],
    ['wikidata', 'http://www.wikidata.org/entity/Q9684#sitelinks', 'Q9684'],
    ['wikidata', 'https://m.wikidata.org/wiki/Q9684?uselang=uk', 'Q9684'],
    ['affiliation', '  The  Kremlin ', 'The Kremlin'],
  ] as const)('takes the %s %j as %j', (field, typed, kept) => {
    expect(sourceFieldsInput.parse({ ...FIELDS, [field]: typed })[field]).toBe(kept);
  });
});

describe('a grade', () => {
  it.each(['', '   ', 'ok', '\u200b\u200b\u200b', undefined])('is refused without a reason (%j)', (reason) => {
    expect(gradeSourceInput.safeParse({ ...VERSION, grade: 'B', reason }).success).toBe(false);
  });

  it('asks for a few words, and for one of the six letters', () => {
    const sentence = (input: object) => gradeSourceInput.safeParse({ ...VERSION, ...input }).error?.issues[0]?.message;
    expect(sentence({ grade: 'B', reason: 'no' })).toBe('A grade needs its reason: in a few words, what it rests on.');
    expect(sentence({ grade: 'G', reason: 'It was wrong.' })).toBe('Choose a grade, A to F.');
    expect(sentence({ grade: 'B', reason: 'x'.repeat(2001) })).toBe('A reason has at most 2000 characters.');
    expect(sentence({ grade: 'F', reason: ' New here. ' })).toBeUndefined();
  });

  it('has words and a definition for each letter, and F is said not to be the worst', () => {
    expect(Object.keys(GRADE_FACTS)).toEqual([...GRADES]);
    expect(GRADE_FACTS.F.definition).toContain('Not the worst');
  });
});

it('asks why a source is retracted', () => {
  expect(retractSourceInput.safeParse({ ...VERSION, reason: '' }).error?.issues[0]?.message).toContain('Say why');
});

it('holds an alias to the rules of a name', () => {
  expect(addAliasInput.safeParse({ ...VERSION, alias: '\u200b' }).success).toBe(false);
  expect(addAliasInput.parse({ ...VERSION, alias: '  N Y  T ' }).alias).toBe('N Y T');
});

it('drops what a link to the registry asks for and nobody knows', () => {
  expect(registryFilterInput.parse({ q: '  nyt ', article: 'x', shown: 'many' })).toEqual({ q: 'nyt', article: undefined, shown: 100 });
  expect(registryFilterInput.parse({})).toEqual({ q: '', shown: 100 });
});
