import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findJoins } from '@/lib/text/joins';

describe('findJoins', () => {
  it('finds the three joins of the sample article', () => {
    const sample = readFileSync('prisma/sample/article.txt', 'utf8');
    expect(findJoins(sample).map((join) => `${sample.slice(join - 7, join)}|${sample.slice(join, join + 7)}`)).toEqual([
      'system.|However',
      'ized it.|It is a'.slice(1),
      'uation.|Despite',
    ]);
  });

  it('looks at a part of the text, with what stands before it', () => {
    const text = 'see x.org/Foo.Bar, the end.Then the start.Now';
    expect(findJoins(text, 10, 30)).toEqual([text.indexOf('Then')]);
    expect(findJoins(text, 30)).toEqual([text.indexOf('Now')]);
  });
});
