import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositionSummary, toClassCounts } from '@/lib/export/composition-picture';
import { compositionBar } from '@/lib/export/html-composition';
import { parseArticleJson } from '@/lib/export/json';
import { ENGLISH } from '@/lib/frame/en/english';
import { frameOfKept } from '@/lib/frame/frames';
import { changeLine, changesBetween } from '@/lib/publication/changes';
import { embedPage, toEmbedWords } from '@/lib/publication/embed';
import { frameCode, labelFragment } from '@/lib/publication/embed-codes';
import { labelParagraph, toLabelWords } from '@/lib/publication/label-words';
import { publishedPage, withAddress, withClosed, withLaterNotice } from '@/lib/publication/page';
import { passwordPage } from '@/lib/publication/plain-page';
import { timeless, toPublicModel } from '@/lib/publication/public-model';
import { buildReport } from '@/lib/report/model';
import { inPseudo, pseudoFrame } from '@/tests/factories/frames';
import { at, harbour } from '@/tests/factories/report';
import { toArticleJson } from '@/tests/support/exported';

const input = harbour({ kind: 'report' });
const model = toPublicModel(buildReport(input));
const label = toLabelWords(model);
const HASHES = ['a'.repeat(64), 'b'.repeat(64)] as const;
const first = { number: 1, sha256: HASHES[0], publishedAt: at(0), note: '', changes: [] };

describe('the public model', () => {
  it('is a report that is read back from its file', () => {
    const parsed = parseArticleJson(toArticleJson(model));
    expect(parsed).toMatchObject({ ok: true });
    expect(model.claims.map(({ approval }) => approval)).toEqual(buildReport(input).claims.map(({ approval }) => approval));
  });

  it('says the same whenever it is made, and another thing when something changed', () => {
    const later = toPublicModel(buildReport({ ...input, generatedAt: at(999), generator: { name: 'Hearsay', version: '9' } }));
    expect(toArticleJson(timeless(later))).toBe(toArticleJson(timeless({ ...model, generator: { name: 'Hearsay', version: '1' } })));
    const [claim] = model.claims;
    if (claim === undefined) throw new Error('The sample has a claim.');
    const changed = toPublicModel(
      buildReport({ ...input, claims: input.claims.map((own) => (own.id === claim.id ? { ...own, note: 'Else.' } : own)) }),
    );
    expect(toArticleJson(timeless(changed))).not.toBe(toArticleJson(timeless(model)));
  });
});

describe('what changed', () => {
  const [one] = model.claims;
  const change = (different: object) => {
    const claims = input.claims.map((claim) => (claim.id === one?.id ? { ...claim, ...different } : claim));
    return changesBetween(model, toPublicModel(buildReport({ ...input, claims }))).map(changeLine);
  };

  it('is told by claim number, in neutral words', () => {
    const number = one?.number ?? 0;
    expect(change({ note: 'Said so on 3 March.' })).toEqual([expect.stringMatching(new RegExp(`^C${number}: note (added|was|changed)`))]);
    expect(change({ confidence: one?.confidence === 'low' ? 'high' : 'low' })[0]).toMatch(/^C\d+: confidence was \w+, now \w+\.$/);
    expect(change({ note: 'x'.repeat(500) })[0]).toMatch(/^C\d+: note (changed|added: “x+…”)\.$/);
    const without = toPublicModel(buildReport({ ...input, claims: input.claims.filter(({ id }) => id !== one?.id) }));
    expect(changesBetween(model, without)).toContainEqual({ number, words: 'taken out' });
    expect(changesBetween(without, model)).toContainEqual({ number, words: 'added' });
  });

  it('says nothing of who had it in hand, and never nothing', () => {
    expect(change({ lastEditedBy: { id: 'x', name: 'Somebody Else' } })).toEqual(['Details behind the claims were brought up to date.']);
  });
});

describe('the published page', () => {
  it('has what links show elsewhere, and its corrections', () => {
    const second = {
      ...first,
      number: 2,
      sha256: HASHES[1],
      publishedAt: at(60 * 24),
      note: 'A name.',
      changes: [{ number: 4, words: 'added' }],
    };
    const page = publishedPage(model, { slug: 's-1', label, editions: [second, first] });
    expect(page).toContain(`<meta property="og:description" content="${labelParagraph(label).replace(/"/g, '&quot;')}">`);
    expect(page).toContain('C4: added.');
    expect(page).toContain(`<a href="/reports/s-1/${HASHES[0].slice(0, 16)}">What stood before (edition 1)</a>`);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|https?:\/\/[^"]*"[^>]*(?:src|import)/);
  });

  it('says of an earlier edition that it is one, and changes nothing else', () => {
    const page = publishedPage(model, { slug: 's-1', label, editions: [first] });
    const noticed = withLaterNotice(page, { slug: 's-1', frame: ENGLISH, publishedAt: at(0) });
    expect(noticed.replace(/\n<p class="copy later">.*<\/p>/, '')).toBe(page);
  });

  it('is told the rest in English, and says so, where its language is no more', () => {
    expect(frameOfKept('xx')).toBe(ENGLISH);
    const hebrew = pseudoFrame('hebrew');
    const facts = {
      slug: 's-1',
      label,
      editions: [
        { ...first, number: 2, sha256: HASHES[1] },
        { ...first, closed: true },
      ],
    };
    const page = publishedPage(inPseudo(model, hebrew), facts);
    const known = withLaterNotice(withClosed(page, { ...facts, frame: hebrew }), { slug: 's-1', frame: hebrew, publishedAt: at(0) });
    expect(known).toContain('<html lang="he" dir="rtl">');
    expect(known).not.toContain('lang="en"');
    const told = withLaterNotice(withClosed(page, { ...facts, frame: ENGLISH }), { slug: 's-1', frame: ENGLISH, publishedAt: at(0) });
    expect(told).toContain('<section class="published" lang="en" dir="ltr"');
    expect(told).toContain('<p class="copy later" lang="en" dir="ltr"><b>This is an earlier edition.</b>');
    expect(told).toContain('What stood before (edition 1) can no longer be read.');
  });

  it('says its whole address where that is known, and shows a picture where there is one', () => {
    const page = publishedPage(model, { slug: 's-1', label, editions: [first] });
    expect(withAddress(page, { home: null, slug: 's-1', frame: ENGLISH, card: true })).toBe(page);
    const home = 'https://desk.example.org';
    const open = withAddress(page, { home, slug: 's-1', frame: ENGLISH, card: true });
    expect(open).toContain('<link rel="canonical" href="https://desk.example.org/reports/s-1">');
    expect(open).toContain('<meta property="og:image" content="https://desk.example.org/reports/s-1/card.png">');
    expect(open).toContain('<meta name="twitter:card" content="summary_large_image">');
    const locked = withAddress(page, { home, slug: 's-1', frame: ENGLISH, card: false });
    expect(locked).not.toContain('og:image');
    expect(locked).toContain('<meta name="twitter:card" content="summary">');
  });

  it('is small, packed', () => {
    expect(gzipSync(publishedPage(model, { slug: 's-1', label, editions: [first] })).length).toBeLessThan(20_000);
  });

  it('lets nothing from outside become markup, neither there nor in what is embedded', () => {
    const nasty = fc.constantFrom('<script>', '</head><main>', '"onload="x', '</style>', "'><img src=x>", '<body>', '\u0000', '\ud800');
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string()), { maxLength: 4 }), (parts) => {
        const words = parts.join('');
        const odd = { ...label, title: words, headline: [words, words], sentences: [words] } as const;
        const change = { number: 1, words };
        const editions = [{ ...first, number: 2, note: words, changes: [change] }, first];
        const pages = [
          publishedPage(model, { slug: 's-1', label: odd, editions }),
          embedPage({ label: odd, url: '/reports/s-1', publishedAt: at(0) }),
          labelFragment(toEmbedWords({ label: odd, publishedAt: at(0) }), 'https://desk.example.org/reports/s-1'),
          frameCode(toEmbedWords({ label: odd, publishedAt: at(0) }), 'https://desk.example.org/reports/s-1/embed'),
          passwordPage(`/reports/${encodeURIComponent(words.toWellFormed())}`, words),
        ];
        for (const page of pages) {
          expect(page).not.toMatch(/<script|<img|"onload=/);
          expect(page.match(/<main>/g)?.length ?? 0).toBeLessThan(2);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('the embedded label', () => {
  it('has in its frame the bar of the report, told in words; of a class that is not known any more only what was kept', () => {
    const bar = compositionBar(toClassCounts(model.sourcing.label.classes), ENGLISH);
    const told = compositionSummary(toClassCounts(model.sourcing.label.classes), ENGLISH);
    const page = (kept: typeof label) => embedPage({ label: kept, url: '/reports/s-1', publishedAt: at(0) });
    expect(page(label)).toContain(`${bar}`);
    expect(page(label)).toContain(`role="img" aria-label="${told}"`);
    const unknown = page({ ...label, classes: [{ key: 'x', letter: 'X', label: 'Once known', claims: 2 }] });
    expect(unknown).toContain('Once known');
    expect(unknown).not.toContain('<svg');
  });

  it('is a piece of HTML without script or style, that leads to the report', () => {
    const fragment = labelFragment(toEmbedWords({ label, publishedAt: at(0) }), 'https://desk.example.org/reports/s-1');
    expect(fragment).not.toMatch(/<script|<style| style=/);
    expect(fragment).toContain('<a href="https://desk.example.org/reports/s-1">');
    for (const { label: name, claims } of label.classes) expect(fragment).toContain(`<li>${name}: ${claims} claim`);
  });
});
