import { describe, expect, it } from 'vitest';
import { NOTICE_KINDS, type Notice } from '@/lib/comments/notices/notice';
import { compose } from '@/lib/mail/compose';
import { delayAfter } from '@/lib/mail/mail';

const notice = (different: Partial<Notice> = {}): Notice => ({
  ...{ kind: 'mention', id: 'n', at: new Date('2026-03-01T09:00:00Z'), unread: true, words: 'See <there> & "here".' },
  ...{ by: { id: 'e', name: 'Edith' }, article: { id: 'a1', title: 'A bridge' }, claim: { id: 'c1', number: 3 } },
  ...different,
});

describe('a mail', () => {
  it('of one notice says in its subject what it is', () => {
    const { subject, text } = compose([notice()], 'https://desk.example');
    expect(subject).toBe('Edith called you in a comment on C3 in “A bridge”');
    expect(text).toBe(
      [
        'Edith called you in a comment on C3 in “A bridge”',
        '> See <there> & "here".',
        'https://desk.example/articles/a1#claim-c1',
        '',
        '--',
        'Hearsay, for your desk.',
        'What comes by mail: https://desk.example/mail',
      ].join('\n'),
    );
  });

  it('of several says how many, and each of them, with words for every kind', () => {
    const notices = NOTICE_KINDS.map((kind) => notice({ kind, ...(kind === 'assignment' ? { claim: null, words: '' } : {}) }));
    const { subject, text, html } = compose(notices, null);
    expect(subject).toBe('5 notices from your desk');
    expect(text.split('\n\n')).toHaveLength(6);
    expect(text).toContain('Edith gave you an article to check: “A bridge”\n\n');
    expect(text + html, 'nothing to link to').not.toContain('href');
  });

  it('holds no markup of others and no second line in its subject', () => {
    const evil = '<script>alert("1")</script>\r\nBcc: all@example.org';
    const { subject, html } = compose(
      [notice({ article: { id: 'a', title: evil }, by: { id: 'x', name: evil }, words: `${evil}'` })],
      'https://d.e',
    );
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(html.replaceAll(/<(\/?(html|head|meta|body|div|p|a|blockquote|br|hr)\b[^<>]*|!doctype html)>/g, '')).not.toMatch(/[<>]/);
  });

  it('keeps every line of what somebody said behind the marks of a quotation', () => {
    const { text, html } = compose([notice({ words: 'One\rTwo\r\nThree\u2028Four' })], null);
    expect(text).toContain('> One\n> Two\n> Three\n> Four');
    expect(html).toContain('One<br>Two<br>Three<br>Four');
  });

  it('cuts a title that is too long for a subject', () => {
    const { subject } = compose([notice({ article: { id: 'a', title: 'long '.repeat(100) } })], null);
    expect(subject.length).toBeLessThan(200);
  });
});

it('waits half a minute after the first attempt, longer after each, and never more than an hour', () => {
  const delays = Array.from({ length: 12 }, (_, at) => delayAfter(at + 1) / 1000);
  expect(delays.slice(0, 4)).toEqual([30, 60, 120, 240]);
  expect(Math.max(...delays)).toBe(3600);
});
