import type { Body, Piece } from '@/lib/comments/body';
import type { Actor } from '@/lib/permissions/roles';

type Called = Pick<Actor, 'userId' | 'name'>;

/** One paragraph: **bold** between stars, and @ before the name of one of these people, of two that fit the longer, calls them. */
export function writtenBody(words: string, people: readonly Called[] = []): Body {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const names = byLength.map(({ name }) => `@${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  const pieces = words.split(new RegExp(`(${['\\*\\*.+?\\*\\*', ...names].join('|')})`)).filter((part) => part !== '');
  const content = pieces.map((part): Piece => {
    const person = byLength.find(({ name }) => part === `@${name}`);
    if (person !== undefined) return { text: part, mention: person.userId };
    return part.startsWith('**') && part.length > 4 ? { text: part.slice(2, -2), bold: true } : { text: part };
  });
  return [{ kind: 'paragraph', content }];
}
