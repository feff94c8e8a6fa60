import { kindForSourceType } from '@/lib/attribution/source-kind';
import { SOURCE_TYPE_FACTS, type SourceType } from '@/lib/attribution/source-type';
import { withoutCalendar } from './calendar-words';

/**
 * Words of a sentence that could name its source, offered as prefill and never taken by themselves.
 * A guess by capitals and by a short list of English nouns: no grammar, no other language's rules but for the names of months and weekdays.
 */
export function namesInSentence(sentence: string, type: SourceType | null): readonly string[] {
  if (type === null || SOURCE_TYPE_FACTS[type].source === 'none') return [];
  const names = kindForSourceType(type) === 'unnamed' ? describedGroups(sentence) : capitalNames(sentence);
  return [...new Set(names)].slice(0, 4);
}

const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}'’&-]*(?:\.(?=\s\p{Lu}))?(?:\s+(?:(?:of|the|and|for|de|la|le|van|von|der|al|bin|del)\s+){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’&-]*)*/gu;

function capitalNames(sentence: string): readonly string[] {
  return [...sentence.matchAll(NAME)].flatMap(({ 0: match, index }) => {
    const words = match.replace(/['’]s$/u, '').split(/\s+/);
    // The capital of a sentence's first word says nothing: alone it is no name.
    if (index <= sentence.search(/\p{L}/u) && words.length === 1) return [];
    const name = withoutCalendar(words, sentence.slice(0, index));
    return name.length === 0 ? [] : [name.join(' ')];
  });
}

const GROUP =
  /((?:[\p{L}\p{M}][\p{L}\p{M}'’-]*\s+){0,2})(sources?|insiders?|officials?|aides?|diplomats?|circles?|analysts?|witnesses|experts?)((?:\s+(?:close to|familiar with|inside|within|in|from|near)\s+(?:the\s+)?[\p{L}\p{M}'’-]+)?)/giu;
const NOT_PART_OF_A_NAME =
  /^(?:according|to|by|from|as|of|that|which|who|and|but|reported?|reports?|within|some|several|many|most|these|those|the|a|an|unnamed|anonymous|with|in|for|is|are|was|were)$/iu;

function describedGroups(sentence: string): readonly string[] {
  return [...sentence.matchAll(GROUP)].flatMap(([, before = '', noun = '', after = '']) => {
    const words = before.split(/\s+/).filter(Boolean);
    const from = words.findLastIndex((word) => NOT_PART_OF_A_NAME.test(word)) + 1;
    const name = [...words.slice(from), noun].join(' ') + after.replace(/\s+/g, ' ');
    return [name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())];
  });
}
