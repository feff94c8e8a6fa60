import path from 'node:path';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { type Chance, takeChance } from './support/chance';
import { dataFolder, expect, signIn, test } from './support/test';

/** So many edits by each of two people, on the same claims. */
const EDITS = 100;
const CLAIMS = 20;

const TITLE = `Two browsers ${Date.now()}`;
const SENTENCES = Array.from({ length: CLAIMS - 1 }, (_, at) => `Sentence ${at + 1} says that the bridge will close in ${1990 + at}.`);

type Field = 'confidence' | 'note';

/** What a person gave a field, having seen what it was. */
type Act = { readonly who: string; readonly claim: number; readonly field: Field; readonly seen: string; readonly value: string };

/** A field that was shown as changed by both, with mine beside theirs, and what the person chose. */
type Clash = Act & { readonly kept: boolean };

/** One step of a field in the database's own history. */
type Step = { readonly who: string; readonly claim: number; readonly field: Field; readonly before: string; readonly after: string };

test(`two people make ${EDITS} edits each on the same ${CLAIMS} claims, and none is lost without a word`, async ({ page, browser }) => {
  test.setTimeout(420_000);
  const chance = takeChance();
  await signIn(page, 'checker');
  await openArticle(page, [TITLE, '', ...SENTENCES].join('\n'));
  await makeClaim(page, { sentence: 0, keys: ['9'], confidence: 'm' });
  for (let made = 1; made < CLAIMS; made += 1) await press(page, 'j', 'r');
  await expect(saved(page)).toHaveText('All changes saved');
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'editor');
  await other.goto(page.url());
  await expect(stubs(other)).toHaveCount(CLAIMS);

  const [one, two] = await Promise.all([work(page, 'checker', chance), work(other, 'editor', chance)]);
  const acts = [...one.acts, ...two.acts];
  const clashes = [...one.clashes, ...two.clashes];
  const steps = readSteps();
  const seed = `HEARSAY_SEED=${chance.seed}`;
  test
    .info()
    .annotations.push({ type: 'of these', description: `${steps.length} steps in the database, ${clashes.length} shown as a conflict` });
  console.log(`${acts.length} edits: ${steps.length} steps in the database, ${clashes.length} clashes shown.`);

  // 1. Whoever replaced a value had seen it, in the form or in the conflict, or it was their own.
  expect(
    steps.filter((step) => !wasSeen(step, acts)),
    `replaced unseen (${seed})`,
  ).toEqual([]);
  // 2. Every edit is in the history, gave way to a later one of the same person before it was sent, was made alike by the other,
  //    or was shown as a conflict to the one who made it.
  expect(
    acts.filter((act) => !isAccounted(act, { acts, clashes, steps })),
    `lost (${seed})`,
  ).toEqual([]);
  await other.context().close();
});

const stubs = (page: Page) => page.getByRole('navigation', { name: 'Claims' }).getByRole('button');
const conflict = (page: Page) => page.locator('.conflict-card');

async function work(
  page: Page,
  who: string,
  chance: Chance,
): Promise<{ readonly acts: readonly Act[]; readonly clashes: readonly Clash[] }> {
  const acts: Act[] = [];
  const clashes: Clash[] = [];
  for (let done = 0; done < EDITS; done += 1) {
    // Now and then the network is away for some edits, so that the two meet more often than hands would.
    if (done % 25 === 5) await page.context().setOffline(true);
    if (done % 25 === 12) await page.context().setOffline(false);
    await decideAll(page, who, chance, acts, clashes);
    const act = await editOnce(page, who, chance, done);
    if (act === null) done -= 1;
    else acts.push(act);
  }
  await page.context().setOffline(false);
  await expect(async () => {
    await decideAll(page, who, chance, acts, clashes);
    await expect(saved(page)).toHaveText('All changes saved', { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  return { acts, clashes };
}

/** Opens a claim's form, looks at a field, gives it another value and saves. Null when a conflict came up in between. */
async function editOnce(page: Page, who: string, chance: Chance, done: number): Promise<Act | null> {
  const claim = chance.below(CLAIMS);
  const field = chance.pick<Field>(['confidence', 'confidence', 'note']);
  await stubs(page).nth(claim).click();
  if (await conflict(page).isVisible()) return null;
  await text(page).focus();
  await press(page, 'Enter');
  const form = page.getByRole('form', { name: /^Edit claim/ });
  if ((await form.count()) === 0) return null;
  if (field === 'note') {
    if ((await form.locator('#claim-note').count()) === 0) await press(page, '.');
    const seen = await form.locator('#claim-note').inputValue();
    const value = `${who} ${done}`;
    await form.locator('#claim-note').fill(value);
    await pause(chance);
    await press(page, 'Control+Enter');
    return { who, claim, field, seen, value };
  }
  const seen = await form.locator('input[name="confidence"]:checked').inputValue();
  const value = chance.pick(['low', 'moderate', 'high'].filter((one) => one !== seen));
  await form.locator('label', { has: page.locator(`input[name="confidence"][value="${value}"]`) }).click();
  await pause(chance);
  await press(page, 'Control+Enter');
  return { who, claim, field, seen, value };
}

const pause = (chance: Chance) => new Promise((resolve) => setTimeout(resolve, chance.below(250)));

/** Decides every conflict that is shown, one way or the other, and writes down what was seen. */
async function decideAll(page: Page, who: string, chance: Chance, acts: Act[], clashes: Clash[]): Promise<void> {
  const see = page.getByRole('button', { name: 'See both' });
  while ((await conflict(page).isVisible()) || (await see.isVisible())) {
    if (!(await conflict(page).isVisible())) await see.click();
    const card = conflict(page);
    const claim = Number(/(\d+)/.exec((await card.getByRole('heading').textContent()) ?? '')?.[1]) - 1;
    const kept = chance.below(2) === 0;
    for (const field of ['confidence', 'note'] as const) {
      const row = card.locator('tr[data-differs]', {
        has: page.getByRole('rowheader', { name: field === 'note' ? 'Note' : 'Confidence' }),
      });
      if ((await row.count()) === 0) continue;
      const [seen = '', value = ''] = (await row.locator('td').allTextContents()).map((words) => toValue(field, words));
      clashes.push({ who, claim, field, seen, value, kept });
      if (kept) acts.push({ who, claim, field, seen, value });
    }
    await card.getByRole('button', { name: kept ? 'Keep mine' : /^Take/ }).click();
  }
}

function toValue(field: Field, words: string): string {
  return field === 'confidence' ? words.trim().toLowerCase() : words === 'none' ? '' : words;
}

/** The value that a step replaced was before its person, or they came to it by edits of their own that were sent as one. */
function wasSeen(step: Step, acts: readonly Act[]): boolean {
  const own = acts.filter(({ who, claim, field }) => who === step.who && claim === step.claim && field === step.field);
  const last = own.findLastIndex(({ value }) => value === step.after);
  const reaches = (at: number, value: string): boolean =>
    own
      .slice(0, at + 1)
      .some((act, place) => act.value === value && (act.seen === step.before || (place > 0 && reaches(place - 1, act.seen))));
  return last >= 0 && reaches(last, step.after);
}

function isAccounted(
  act: Act,
  { acts, clashes, steps }: { acts: readonly Act[]; clashes: readonly Clash[]; steps: readonly Step[] },
): boolean {
  const same = <Other extends Pick<Act, 'who' | 'claim' | 'field'>>(other: Other) => other.claim === act.claim && other.field === act.field;
  const written = steps.some((step) => same(step) && step.who === act.who && step.after === act.value);
  const shown = clashes.some((clash) => same(clash) && clash.who === act.who && clash.value === act.value);
  const alike = steps.some((step) => same(step) && step.who !== act.who && step.after === act.value);
  const later = acts.slice(acts.indexOf(act) + 1).some((next) => same(next) && next.who === act.who && next.seen === act.value);
  return written || shown || alike || later;
}

/** What happened to the two fields of each claim, from the audit trail. */
function readSteps(): readonly Step[] {
  const db = new Sqlite(path.join(dataFolder(), 'hearsay.db'), { readonly: true, fileMustExist: true });
  try {
    const rows = db
      .prepare(
        `SELECT m."role" AS "who", c."number", e."data" FROM "AuditEvent" e
         JOIN "Claim" c ON c."id" = e."subjectId" JOIN "Membership" m ON m."userId" = e."actorId"
         WHERE e."type" = 'claim.edited' AND c."articleId" = (SELECT "id" FROM "Article" WHERE "title" = ?) ORDER BY e.rowid`,
      )
      .all(TITLE) as { who: string; number: number; data: string }[];
    return rows.flatMap(({ who, number, data }) => {
      const { before, after } = JSON.parse(data) as Record<'before' | 'after', Record<Field, string>>;
      return (['confidence', 'note'] as const)
        .filter((field) => before[field] !== after[field])
        .map((field) => ({ who, claim: number - 1, field, before: before[field], after: after[field] }));
    });
  } finally {
    db.close();
  }
}
