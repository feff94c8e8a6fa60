export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'alarm';
export type ButtonSize = 'm' | 's';

/** The classes of a button, for elements that must be something else (a link, a menu trigger, a file label). */
export function buttonClass(tone: ButtonTone = 'plain', size: ButtonSize = 'm', more = ''): string {
  return ['btn', tone === 'plain' ? '' : tone, size === 's' ? 's' : '', more].filter(Boolean).join(' ');
}
