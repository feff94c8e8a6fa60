/** Embeddings and overrides end with PDF, isolates with PDI (UAX #9, 2.1 to 2.6). */
const OPENS_EMBEDDING = /[\u202a\u202b\u202d\u202e]/;
const OPENS_ISOLATE = /[\u2066-\u2068]/;
const [PDF, PDI] = ['\u202c', '\u2069'];

/**
 * The text without those controls of direction that would reach beyond it, or that end what began before it: openers that nothing closes,
 * closers of nothing. Pairs stay. So it can stand in a line with other text and turn none of that. Source: Unicode Standard Annex #9,
 * definitions BD9 and BD11, rules X6a and X7. Linear.
 */
export function balanceDirection(text: string): string {
  const dropped = new Set<number>();
  const open: { readonly at: number; readonly isolate: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (OPENS_EMBEDDING.test(char)) open.push({ at, isolate: false });
    else if (OPENS_ISOLATE.test(char)) open.push({ at, isolate: true });
    else if (char === PDF) {
      if (open.at(-1)?.isolate === false) open.pop();
      else dropped.add(at);
    } else if (char === PDI) {
      const isolate = open.findLastIndex((one) => one.isolate);
      if (isolate === -1) dropped.add(at);
      // The end of an isolate ends the embeddings in it, too.
      else for (const inside of open.splice(isolate).slice(1)) dropped.add(inside.at);
    }
  }
  for (const { at } of open) dropped.add(at);
  return dropped.size === 0 ? text : [...text.matchAll(/[\s\S]/g)].flatMap(([char], at) => (dropped.has(at) ? [] : char)).join('');
}
