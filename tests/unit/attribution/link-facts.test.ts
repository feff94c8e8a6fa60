import { describe, expect, it } from 'vitest';
import { NO_ANONYMITY } from '@/lib/attribution/anonymity';
import { newLink } from '@/lib/attribution/chain';
import { anonymityFacts, chainsApart, hedgeFacts, linkFacts } from '@/lib/attribution/link-facts';
import { toTextRange } from '@/lib/text/offset';

const nyt = { id: 'nyt', name: 'The New York Times', kind: 'news_organization' } as const;
const relay = newLink({ sourceType: 'news_organization', source: nyt });
const aide = newLink({ sourceType: 'anonymous_source', source: { id: 'aide', name: 'an aide', kind: 'unnamed' } });

describe('a link of a chain, in the details', () => {
  it('says how it is presented, what it does, and whether we read it', () => {
    expect(linkFacts(relay)).toEqual(['news organisation', 'reports', 'taken on trust']);
    expect(linkFacts({ ...relay, stated: 'from_outside', reading: 'read' })).toEqual([
      'news organisation',
      'reports',
      'known from outside',
      'read by us',
    ]);
    expect(linkFacts(aide), 'nobody has anything of theirs to read').toEqual(['anonymous, described', 'says']);
    expect(linkFacts(newLink({ sourceType: 'author', source: null })), 'the voice is its name').toEqual([]);
  });

  it('leaves a retraction to who shows it, and tells it where two versions stand beside each other', () => {
    const gone = { ...relay, source: { ...nyt, retracted: true as const } };
    expect(linkFacts(gone)).toEqual(linkFacts(relay));
    expect(chainsApart([gone], [relay])[0].join()).toContain('taken on trust, retracted');
    expect(chainsApart([gone], [relay])[1].join()).not.toContain('retracted');
  });

  it('says of the unnamed what the article says of them, and nothing of what it leaves open', () => {
    expect(anonymityFacts(null)).toEqual([]);
    expect(anonymityFacts({ ...NO_ANONYMITY, proximity: 'unspecified' })).toEqual([]);
    const record = { count: 'exact', number: 3, proximity: 'close_to', basis: ' they met him ', reason: 'fear' } as const;
    expect(anonymityFacts({ ...NO_ANONYMITY, ...record })).toEqual([
      '3 of them',
      'close to',
      'how they know: “they met him”',
      'why not named: “fear”',
    ]);
    expect(anonymityFacts({ ...NO_ANONYMITY, count: 'plural' })).toEqual(['several, no number']);
  });

  it('gives its hedges in the article’s words', () => {
    expect(hedgeFacts({ hedges: [{ ...toTextRange(0, 11), quote: 'potentially', kind: 'adverb' }] })).toEqual([
      '“potentially” (adverb of doubt)',
    ]);
  });
});
