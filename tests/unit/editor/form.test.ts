import { describe, expect, it } from 'vitest';
import { fieldAfterType, pickType } from '@/components/editor/form/draft';
import { namesInSentence } from '@/components/editor/form/names-in-sentence';
import { findHit, rankSources } from '@/components/editor/form/rank-sources';
import type { TagDraft } from '@/lib/claims/check-tag';
import { unsavedSourceId } from '@/lib/claims/tag-values';
import { type SourceOption, toNewOption } from '@/lib/sources/source';
import { idOf } from '../../factories/report';

describe('a tag being filled in', () => {
  it('lets the source go with a type that has none, and skips its field', () => {
    const draft: TagDraft = {
      spans: [{ start: 0, end: 9 }],
      sourceType: null,
      source: { id: null, name: 'Ada' },
      confidence: null,
      note: '',
    };
    expect(pickType(draft, 'author').source).toBeNull();
    expect(pickType(draft, 'document').source).toEqual({ id: null, name: 'Ada' });
    expect(fieldAfterType('author')).toBe('confidence');
    expect(fieldAfterType('document')).toBe('source');
  });
});

describe('names found in a sentence', () => {
  it.each([
    ['The deal was struck in September, said Kozak.', ['Kozak']],
    ['The deal of 3 September 2024 and that of Monday were read by Reuters.', ['Reuters']],
    ['He told it on Tuesday Kozak said.', ['Kozak']],
    ['It was said by Theresa May in May, and by August Wilson.', ['Theresa May', 'August Wilson']],
    ['Nobody knew, but May said so to Reuters.', ['May', 'Reuters']],
    ['Das sagte Scholz am Mittwoch im März und im Dezember.', ['Scholz']],
    ['Ce que Macron a dit Lundi, et en Septembre.', ['Macron']],
    ['Как сказал Козак во Вторник и 5 Сентября.', ['Козак']],
  ])('are no months and no weekdays: %s', (sentence, names) => {
    expect(namesInSentence(sentence, 'named_person')).toEqual(names);
  });

  it.each([
    [
      'According to reports by The New York Times, Dmitry Kozak, one of Vladimir Putin’s associates, spoke.',
      'news_organization',
      ['The New York Times', 'Dmitry Kozak', 'Vladimir Putin'],
    ],
    ['Sources close to the Kremlin assert that Kozak proposed it.', 'anonymous_source', ['Sources close to the Kremlin']],
    ['Putin, according to sources, made it clear.', 'unspecified_source', ['Sources']],
    ['Close Kremlin insiders note that he is alone.', 'anonymous_source', ['Close Kremlin insiders']],
    ['Nevertheless, within Moscow’s elite circles, disappointment is growing.', 'unnamed_group', ['Moscow’s elite circles']],
    ['However, the Bank of England said so.', 'named_organization', ['Bank of England']],
    ['Nothing here.', 'named_person', []],
    ['Reuters said so.', 'author', []],
  ] as const)('in “%s” for %s', (sentence, type, expected) => {
    expect(namesInSentence(sentence, type)).toEqual(expected);
  });
});

describe('the sources offered', () => {
  const option = (number: number, name: string, kind: SourceOption['kind'], here: number, desk = here): SourceOption => ({
    ...toNewOption({ id: idOf('source', number), name, kind }),
    claimsHere: here,
    claimsOnDesk: desk,
  });
  const nyt = option(1, 'The New York Times', 'news_organization', 3);
  const reuters = option(2, 'Reuters', 'news_organization', 5);
  const kozak = option(3, 'Dmitry Kozak', 'person', 1);
  const tass = option(4, 'TASS', 'news_organization', 0, 9);
  const options = [kozak, nyt, reuters, tass];
  const ask = (different: Partial<Parameters<typeof rankSources>[0]> = {}) =>
    rankSources({ query: '', type: 'news_organization', options, sentence: '', guesses: [], ...different }).map(
      ({ title, rows }) => `${title}: ${rows.map(({ label }) => label).join(', ')}`,
    );

  it('are this article’s first, of the right kind, the most used before the others', () => {
    expect(ask()).toEqual(['In this article: Reuters, The New York Times', 'Other sources here: Dmitry Kozak', 'On the desk: TASS']);
  });

  it('are found by the other names the desk knows them by, which the server tells', () => {
    const paper = { ...tass, name: 'Itar', alsoKnownAs: 'TASS' };
    const groups = rankSources({ query: 'tas', type: 'news_organization', options: [paper], sentence: '', guesses: [] });
    expect(groups[0]?.rows[0]).toMatchObject({ label: 'Itar', hit: null, known: { alsoKnownAs: 'TASS' } });
  });

  it('begin with one that the sentence names', () => {
    expect(ask({ sentence: 'As the New York Times wrote.' })[0]).toBe('In this sentence: The New York Times');
  });

  it('hold a new source for what was typed, unless there is one of that name', () => {
    expect(ask({ query: 'krem' })).toEqual([': krem']);
    expect(ask({ query: 'reuters' })).toEqual(['In this article: Reuters']);
  });

  it('hold names of the sentence that nobody has entered yet', () => {
    expect(ask({ guesses: ['Le Monde', 'Reuters'] })[1]).toBe('New, from this sentence: Le Monde');
  });

  it('begin with no name where none is needed', () => {
    expect(ask({ type: 'unspecified_source' })[0]).toBe(': No name given');
  });

  it('are chosen by name while the server has not given them an id', () => {
    const [group] = rankSources({
      query: '',
      type: 'named_person',
      options: [{ ...kozak, id: unsavedSourceId('Dmitry Kozak') }],
      sentence: '',
      guesses: [],
    });
    expect(group?.rows[0]?.choice).toEqual({ id: null, name: 'Dmitry Kozak' });
  });

  it.each([
    ['Sources close to the Kremlin', 'krem', [21, 25]],
    ['Le Monde', 'e', [1, 2]],
    ['Łódź Éclair', 'eclair', [5, 11]],
    ['Reuters', 'x', null],
    ['Reuters', ' ', [0, 0]],
    ['A.B (C)', '(c', [4, 6]],
  ] as const)('match %s by “%s”', (name, query, hit) => {
    expect(findHit(name, query)).toEqual(hit);
  });
});
