import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTLET_MAX } from '@/lib/articles/facts';
import { outletInput, publishedOnInput, topicInput } from '@/lib/articles/schema';
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

describe('who published an article, and when', () => {
  it('is one line, and a day of the calendar, or not said', () => {
    expect(outletInput.parse('  The\nDaily  Wave ')).toBe('The Daily Wave');
    expect(outletInput.safeParse('x'.repeat(OUTLET_MAX + 1)).error?.issues[0]?.message).toBe('An outlet has at most 120 characters.');
    expect(['2024-02-29', '', null].map((day) => publishedOnInput.parse(day))).toEqual(['2024-02-29', null, null]);
    for (const day of ['2023-02-29', '29.2.2024', '2024-2-9', 'today']) {
      expect(publishedOnInput.safeParse(day).error?.issues[0]?.message, day).toBe('A day is written 2026-03-01.');
    }
    expect(publishedOnInput.parse('1450-01-01')).toBe('1450-01-01');
    for (const day of ['0000-02-01', '0026-03-01', '1449-12-31']) {
      expect(publishedOnInput.safeParse(day).error?.issues[0]?.message, day).toBe('This day is before 1450: look at its year again.');
    }
  });
});

it('lists each topic once, in alphabetical order', () => {
  expect(topicsOf(['War', '', 'Élections', 'War', 'budget'].map((topic) => ({ topic })))).toEqual(['budget', 'Élections', 'War']);
});
