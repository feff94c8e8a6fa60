import 'server-only';
import type { Command } from 'commander';
import { agreementOf } from '@/lib/agreement/agreement-report';
import { agreementLines, toAgreementData } from '@/lib/agreement/agreement-words';
import { readWork } from '@/lib/agreement/data';
import { findSight } from '@/lib/assignments/data';
import { appError, Refusal } from '@/lib/kernel/app-error';
import { toViewer } from '@/lib/permissions/viewer';
import { findCliActor, requirePermission, withDatabase } from '../context';
import { print } from '../print';

/** agreement */
export function addAgreementCommands(program: Command): void {
  program
    .command('agreement <articleId>')
    .description('how far the checkers of an article agree: where claims are, and what they are')
    .action(showAgreement);
}

async function showAgreement(articleId: string, _options: unknown, command: Command): Promise<void> {
  const read = await withDatabase(async (db) => {
    const actor = await findCliActor(db, undefined);
    requirePermission(actor, 'agreement.read', { deskId: actor.deskId });
    const { deskId } = actor;
    return readWork(db, { deskId, articleId, sight: await findSight(db, { deskId, ...toViewer(actor) }) });
  });
  if (read === null) throw new Refusal(appError('NOT_FOUND', `There is no article ${articleId}.`));
  const { article, works, text } = read;
  const report = agreementOf(works, text);
  const data = { article: { id: article.id, title: article.title }, ...toAgreementData(report) };
  print(command, data, [article.title, ...agreementLines(report)].join('\n'));
}
