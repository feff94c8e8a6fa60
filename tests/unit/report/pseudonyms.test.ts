import { describe, expect, it } from 'vitest';
import { withoutNames } from '@/lib/report/pseudonyms';

describe('names in what people wrote', () => {
  const text = withoutNames([
    { name: 'Ann van Lee', by: 'Source 1' },
    { name: 'Путин', by: 'Source 2' },
    { name: '习近平', by: 'Source 3' },
    { name: 'Bob (x+)', by: 'Source 4' },
  ]);

  it.each([
    ['Ask Ann van Lee.', 'Ask Source 1.'],
    ['ask ANN  VAN\nLEE', 'ask Source 1'],
    ['Lee’s letter, not Leeds nor Coralee', 'Source 1’s letter, not Leeds nor Coralee'],
    ['говорит Путин', 'говорит Source 2'],
    ['据习近平说', '据Source 3说'],
    ['Bob (x+) said', 'Source 4 said'],
    ['nobody of them', 'nobody of them'],
  ])('are replaced in %j', (given, expected) => {
    expect(text(given)).toBe(expected);
  });

  it('are replaced by neither where two share a last name', () => {
    const shared = withoutNames([
      { name: 'Ann Lee', by: 'Source 1' },
      { name: 'Bo Lee', by: 'Source 2' },
    ]);
    expect(shared('Ann Lee and Lee')).toBe('Source 1 and one of those withheld');
  });

  it('are replaced whole where they are no surname', () => {
    expect(withoutNames([{ name: 'the mayor’s man', by: 'Source 1', whole: true }])('A man, the mayor’s man')).toBe('A man, Source 1');
  });

  it('leaves a text alone where no name is given, and where a name is empty', () => {
    expect(withoutNames([])('Lee')).toBe('Lee');
    expect(withoutNames([{ name: ' ', by: 'Source 1' }])('a b')).toBe('a b');
  });
});
