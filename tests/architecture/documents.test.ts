import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const DECISIONS = 'docs/decisions';
const decisions = readdirSync(DECISIONS)
  .filter((name) => name !== 'README.md')
  .sort();
const DOCUMENTS = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  ...['README.md', ...decisions].map((name) => join(DECISIONS, name)),
];

/** What a document leads to: its links to files, and the paths that it names whole. A path with a gap (`...`, `<id>`) names a kind of file. */
function findTargets(document: string, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)].map(([, link]) => join(dirname(document), link ?? ''));
  const paths = [...text.matchAll(/`((?:app|bench|components|docs|lib|prisma|scripts|tests)\/[^`\s]*)`/gu)].map(([, path]) => path ?? '');
  return [...links, ...paths.filter((path) => !/\.\.\.|[<*]/u.test(path))];
}

describe('a document', () => {
  it.each(DOCUMENTS)('leads to what is there: %s', (document) => {
    expect(findTargets(document, readFileSync(document, 'utf8')).filter((target) => !existsSync(target))).toEqual([]);
  });

  it('would be found out with a path or a link that leads nowhere', () => {
    const text = 'See [why](0001-nowhere.md), [how](https://example.org), `lib/nowhere.ts` and `app/api/...`.';
    expect(findTargets(join(DECISIONS, 'README.md'), text)).toEqual(['docs/decisions/0001-nowhere.md', 'lib/nowhere.ts']);
  });
});

describe('decisions', () => {
  it('are numbered one after the other, none twice, as their titles say', () => {
    const numbers = decisions.map((_, at) => String(at + 1).padStart(4, '0'));
    expect(decisions.map((name) => name.slice(0, 4))).toEqual(numbers);
    expect(decisions.map((name) => readFileSync(join(DECISIONS, name), 'utf8').slice(2, 6))).toEqual(numbers);
  });

  it('stand in the index, each once, under their own titles', () => {
    const lines = readFileSync(join(DECISIONS, 'README.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('- '));
    const wanted = decisions.map((name) => `- [${readFileSync(join(DECISIONS, name), 'utf8').split('\n')[0]?.slice(2)}](${name})`);
    expect(lines.sort()).toEqual(wanted);
  });
});
