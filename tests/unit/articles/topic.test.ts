import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicInput } from '@/lib/articles/schema';
import { TOPIC_MAX, topicsOf } from '@/lib/articles/topic';
import { hostileText } from '../../factories/arbitrary-report';

describe('topicInput', () => {
  it('puts a topic on one line, in NFC, without white space around it', () => {
    expect(topicInput.parse('  War\n in\t Ukraine \u2028')).toBe('War in Ukraine');
    expect(topicInput.parse('e\u0301lections')).toBe('élections');
    expect(topicInput.parse(' \n')).toBe('');
  });

  it('counts code points, and says how many there may be', () => {
    expect(topicInput.safeParse('😀'.repeat(TOPIC_MAX)).success).toBe(true);
    expect(topicInput.safeParse('x'.repeat(TOPIC_MAX + 1)).error?.issues[0]?.message).toBe('A topic has at most 60 characters.');
  });

  it('refuses control characters and half characters', () => {
    expect(topicInput.safeParse('a\u0000b').success).toBe(false);
    expect(topicInput.safeParse('a\ud800').success).toBe(false);
  });

  it('leaves what it gave as it is', () => {
    fc.assert(
      fc.property(hostileText(6), (text) => {
        const { data } = topicInput.safeParse(text);
        if (data === undefined) return;
        expect(topicInput.parse(data)).toBe(data);
        expect(data).not.toMatch(/[\n\r\u2028\u2029]/u);
        expect([...data].length).toBeLessThanOrEqual(TOPIC_MAX);
      }),
    );
  });
});

it('lists each topic once, in alphabetical order', () => {
  expect(topicsOf(['War', '', 'Élections', 'War', 'budget'].map((topic) => ({ topic })))).toEqual(['budget', 'Élections', 'War']);
});
