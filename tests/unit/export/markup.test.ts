import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, html } from '@/lib/export/markup';
import { hostileText } from '@/tests/factories/arbitrary-report';

describe('html', () => {
  test('escapes what is put into it and leaves its own tags', () => {
    expect(String(html`<p title="${'"><b>'}">${'<script>&</script>'}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;b&gt;">&lt;script&gt;&amp;&lt;/script&gt;</p>',
    );
  });

  test('puts markup into markup as it is, lists one after the other, and nothing for null', () => {
    const items = ['a', '<'].map((item) => html`<li>${item}</li>`);
    expect(String(html`<ul>${items}</ul>${null}${3}`)).toBe('<ul><li>a</li><li>&lt;</li></ul>3');
  });

  test('takes no string for markup, not even one that was markup', () => {
    expect(String(html`${String(html`<b>x</b>`)}`)).toBe('&lt;b&gt;x&lt;/b&gt;');
  });
});

describe('escapeHtml', () => {
  test('replaces what an HTML document cannot hold', () => {
    expect(escapeHtml('a\u0000b\u001bc\ud800d\ufffee')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
  });

  test('keeps a carriage return from being read as a line feed', () => {
    expect(escapeHtml('a\r\nb')).toBe('a&#13;\nb');
  });

  test('leaves nothing that begins or ends a tag, a reference or an attribute', () => {
    fc.assert(fc.property(hostileText(), (text) => !/[<>"']|&(?!(?:amp|lt|gt|quot|#39|#13);)/u.test(escapeHtml(text))));
  });
});
