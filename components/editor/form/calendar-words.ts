/** Languages whose months and weekdays are known by their names: those most of the articles of a European desk are in. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'sv', 'da', 'nb', 'fi', 'ro', 'hu', 'tr', 'el', 'ru', 'uk'];

/** In English newspapers. */
const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sep', 'Sept', 'Oct', 'Nov', 'Dec'];
const SHORT_DAYS = ['Mon', 'Tue', 'Tues', 'Wed', 'Thu', 'Thur', 'Thurs', 'Fri', 'Sat', 'Sun'];

/** Months that people are called by too: a word before them has to say that it is a time. */
const ALSO_NAMES = new Set(['april', 'may', 'june', 'august', 'mai', 'juli', 'avril', 'agosto']);
const OF_TIME =
  /(?:\b(?:in|on|by|since|until|till|from|of|last|next|this|early|late|mid|before|after|during|around|between|im|am|seit|bis|en|fin|début|em|nel)|\d)[\s-]*$/iu;

type Words = { readonly months: ReadonlySet<string>; readonly days: ReadonlySet<string> };
let known: Words | null = null;

/** Asked of the platform once: it has them in every language, in both the forms that Slavic languages have of a month. */
function calendarWords(): Words {
  if (known !== null) return known;
  const [months, days] = [new Set(SHORT.map(lower)), new Set(SHORT_DAYS.map(lower))];
  const firsts = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
  const week = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
  for (const language of LANGUAGES) {
    const date = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'long' });
    const month = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long' });
    const weekday = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' });
    for (const first of firsts) {
      months.add(lower(month.format(first)));
      for (const { type, value } of date.formatToParts(first)) if (type === 'month') months.add(lower(value));
    }
    for (const day of week) days.add(lower(weekday.format(day)));
  }
  known = { months, days };
  return known;
}

/** Weekdays taken off both ends of a name: they stand there for want of a comma. Empty where nothing but a time is left. */
export function withoutCalendar(words: readonly string[], before: string): readonly string[] {
  const { months, days } = calendarWords();
  const isDay = (word: string | undefined) => word !== undefined && days.has(lower(word));
  let [from, to] = [0, words.length];
  while (from < to && isDay(words[from])) from++;
  while (to > from && isDay(words[to - 1])) to--;
  const left = words.slice(from, to);
  const isTime = (word: string) => months.has(lower(word)) && (!ALSO_NAMES.has(lower(word)) || from > 0 || OF_TIME.test(before));
  return left.every(isTime) ? [] : left;
}

function lower(word: string): string {
  return word.toLocaleLowerCase('en');
}
