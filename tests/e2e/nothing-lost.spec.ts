import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { readAccounts } from './support/accounts';
import { makeClaim, openArticle, press, saved, text } from './support/annotate-page';
import { type Chance, someOf, takeChance } from './support/chance';
import { makeFolder, removeFolder, type Server, startServer, stopServer } from './support/server';

/** So many edits, by keyboard, while the network goes so often, the tab dies so often, and the server restarts once. */
const EDITS = 200;
const OUTAGES = 20;
const KILLS = 2;

const SENTENCES = Array.from({ length: 40 }, (_, at) => `Sentence ${at + 1} says that the bridge will close in ${1990 + at}.`);

/** Said when a new tab is on the article again. */
const AT_WORK = { timeout: 30_000 };

test(`${EDITS} edits arrive once and in order, though the network goes ${OUTAGES} times, the tab dies ${KILLS} times, the server restarts`, async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const chance = takeChance();
  const data = await makeFolder();
  let server = await startServer(data);
  const port = new URL(server.address).port;
  const context = await browser.newContext({ baseURL: server.address });
  try {
    let page = await beginWork(context, data);
    const address = page.url();
    const [outages, kills, [restart = 0]] = [
      someOf(chance, OUTAGES, EDITS),
      someOf(chance, KILLS, EDITS),
      [...someOf(chance, 1, EDITS - 40)],
    ];
    const work = createWork(chance);
    let network: Promise<void> = Promise.resolve();
    let restarting: Promise<void> = Promise.resolve();
    for (let at = 0; at < EDITS; at += 1) {
      if (outages.has(at)) network = network.then(() => goAway(context, chance));
      if (kills.has(at)) {
        await network;
        await restarting;
        await killTab(context, page);
        page = await context.newPage();
        await page.goto(address);
        await expect(text(page)).toBeVisible(AT_WORK);
        await work.findPlace(page);
      }
      if (at === restart) {
        restarting = restartServer(server, data, port).then((next) => {
          server = next;
        });
      }
      await work.editOnce(page);
    }
    await network;
    await restarting;
    await expect(saved(page), `HEARSAY_SEED=${chance.seed}`).toHaveText('All changes saved', { timeout: 60_000 });
    expect(readWritten(data), `in the database, in order (HEARSAY_SEED=${chance.seed})`).toEqual(work.expected());
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('hearsay:outbox:')))).toEqual([]);

    const begun = Date.now();
    expect(await stopServer(server), 'the server stops though a page follows the article').toBe(0);
    expect(Date.now() - begun).toBeLessThan(5000);
  } finally {
    await context.close();
    await stopServer(server);
    await removeFolder(data);
  }
});

/** Signs in, brings an article and makes its first claim by the form: all later ones are like it. */
async function beginWork(context: BrowserContext, data: string): Promise<Page> {
  const page = await context.newPage();
  const { email, password } = (await readAccounts(data)).checker;
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await openArticle(page, ['A bridge', '', ...SENTENCES].join('\n'));
  await makeClaim(page, { sentence: 0, keys: ['9'], confidence: 'm' });
  return page;
}

/** What is done, and what the database should hold of it: claims of sentences, and notes by their text. */
function createWork(chance: Chance) {
  const done: string[] = [];
  let made = 0;
  return {
    expected: () => ['made A bridge', ...done],
    /** A new tab begins at the top: on to the sentence whose turn it is. */
    async findPlace(page: Page): Promise<void> {
      await text(page).focus();
      await press(page, 'Control+Home', 'j', ...Array.from({ length: made % SENTENCES.length }, () => 'j'));
    },
    /** Either a claim of the next sentence, in two keys, or a note on the claim made last. */
    async editOnce(page: Page): Promise<void> {
      if (made > 0 && chance.below(4) === 0) {
        const note = `Note ${done.length}`;
        // Closed first: with a claim open, p goes on to the one before it.
        await press(page, 'Escape', 'p', 'Enter', '.');
        await page.getByRole('textbox', { name: 'Note' }).fill(note);
        await press(page, 'Control+Enter');
        done.push(`noted ${note}`);
        return;
      }
      // At the end of the text back to the first sentence, past the headline.
      if (made > 0 && made % SENTENCES.length === 0) await press(page, 'Escape', 'Control+Home', 'j');
      await press(page, 'j', 'r');
      done.push(`made ${SENTENCES[made % SENTENCES.length]}`);
      made += 1;
    },
  };
}

/** The network is gone for up to a second. */
async function goAway(context: BrowserContext, chance: Chance): Promise<void> {
  await context.setOffline(true);
  await new Promise((resolve) => setTimeout(resolve, 50 + chance.below(950)));
  await context.setOffline(false);
}

/** The tab's process dies, with whatever it was doing. */
async function killTab(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

async function restartServer(server: Server, data: string, port: string): Promise<Server> {
  await stopServer(server);
  return startServer(data, { PORT: port });
}

/** Every claim that was made and every note that was written, in the order of the audit trail. */
function readWritten(data: string): readonly string[] {
  const db = new Sqlite(path.join(data, 'hearsay.db'), { readonly: true, fileMustExist: true });
  try {
    const rows = db
      .prepare(
        `SELECT e."type", e."data", (SELECT "text" FROM "Revision" r WHERE r."id" = c."revisionId") AS "text"
         FROM "AuditEvent" e JOIN "Claim" c ON c."id" = e."subjectId"
         WHERE c."articleId" = (SELECT "id" FROM "Article" WHERE "title" = 'A bridge') ORDER BY e.rowid`,
      )
      .all() as { type: string; data: string; text: string }[];
    return rows.map(({ type, data: json, text: whole }) => {
      const { after } = JSON.parse(json) as { after: { note: string; spans: [{ start: number; end: number }] } };
      const [{ start, end }] = after.spans;
      return type === 'claim.created' ? `made ${whole.slice(start, end)}` : `noted ${after.note}`;
    });
  } finally {
    db.close();
  }
}
