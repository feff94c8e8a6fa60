/**
 * Numbers, dates and lists of a language, as the platform knows them: for the `counts` of a language. English has its own, since
 * its files are compared byte for byte on every machine.
 *
 *     counts: { ...byLocale('de'), claims: pluralOf('de', { one: '# Behauptung', other: '# Behauptungen' }), … }
 */
export function byLocale(locale: string) {
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    number: (value: number) => numbers.format(value),
    percent: (share: number | null) => {
      if (share === null) return '–';
      return share > 0 && share < 0.005 ? `<${percents.format(0.01)}` : percents.format(share);
    },
    day: (date: Date) => days.format(date),
    time: (date: Date) => `${days.format(date)}, ${clock.format(date)} UTC`,
    list: (items: readonly string[]) => lists.format(items),
    sentenceCase: (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
  };
}

/** What stands in the forms of CLDR’s plural rules that the language has; `#` is the number. */
export type Forms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A count in the form that the language asks for: `pluralOf('ru', { one: '# слово', few: '# слова', many: '# слов', other: '# слова' })`. */
export function pluralOf(locale: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
