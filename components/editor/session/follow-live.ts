import { tellTalk } from '@/components/comments/talk';
import { toast } from '@/components/ui/toast';
import type { Claim } from '@/lib/claims/claim';
import { mergeValues, toSeen } from '@/lib/claims/merge-values';
import type { Message } from '@/lib/live/message';
import { followArticle } from '@/lib/live/requests';
import { goToClaim } from './linked-claim';
import { arrivedWords } from './merge-words';
import type { Session } from './session';

/** Follows what others do in the article. `since`: how far in the audit trail the session's data goes. Returns how to stop. */
export function followLive(session: Session, since: number): () => void {
  const { runner, data } = session;
  let asked = 0;
  return followArticle({
    articleId: data.article.id,
    since,
    onMessage: (message) => take(session, message),
    onAsk: () => {
      asked = runner.getSnapshot().answers;
    },
    onWhole: ({ claims }) => {
      tellTalk(null);
      return besideOpen(session, () => runner.refresh(claims, asked));
    },
  });
}

function take(session: Session, message: Message): void {
  if (message.kind === 'people') {
    const others = message.people.filter(({ id }) => id !== session.data.actor.userId);
    if (
      others.map(({ id }) => id).join() !==
      session.view
        .get()
        .others.map(({ id }) => id)
        .join()
    )
      session.patch({ others });
  }
  if (message.kind !== 'changes') return;
  sayTalked(session, tellTalk(message.talked));
  if (message.claims.length + message.gone.length > 0) besideOpen(session, () => session.runner.arrive(message.claims, message.gone));
}

/** Says in passing that somebody spoke about a claim of this person's that is not open: what is open shows it. */
function sayTalked(session: Session, claimIds: readonly string[]): void {
  const { userId } = session.data.actor;
  const own = claimIds.flatMap((id) => session.find(id) ?? []).filter(({ createdBy }) => createdBy.id === userId);
  const [only, ...others] = own;
  if (only === undefined) return;
  const words =
    others.length === 0 ? `Something was said about claim ${only.number}.` : `Something was said about ${own.length} of your claims.`;
  session.say(words);
  toast(words, others.length === 0 ? { action: { label: 'Open it', run: () => goToClaim(session, only.id) } } : {});
}

/** Lets something arrive, and says on the open card, or in passing, what it did to the claim that is open. */
function besideOpen(session: Session, arrive: () => boolean): boolean {
  const { mode } = session.view.get();
  const claimId = mode.kind === 'open' ? mode.claimId : mode.kind === 'form' && mode.form.editing ? mode.form.claimId : null;
  const before = claimId === null ? undefined : session.runner.getSnapshot().saved.get(claimId);
  const done = arrive();
  if (before === undefined) return done;
  const { saved, outbox } = session.runner.getSnapshot();
  const now = saved.get(before.id);
  // The echo of what this page sent, before its answer.
  if (outbox.entries.some(({ state, write }) => state === 'sending' && write.kind !== 'submit' && write.claimId === before.id)) return done;
  if (now === undefined) {
    const words = `Claim ${before.number} was deleted by somebody else.`;
    session.patch({ elsewhere: { claimId: before.id, version: null, words: `${words} Saving asks what to do.` } });
    session.say(words);
    if (mode.kind === 'open') toast(words);
  } else if (now.version > before.version) {
    const words = arrivedWords(now, differing(before, now), session.data.actor.userId);
    session.patch({ elsewhere: { claimId: now.id, version: now.version, words } });
    session.say(words);
  }
  return done;
}

function differing(before: Claim, now: Claim) {
  const seen = toSeen(before, before);
  return mergeValues(seen, seen, now).theirs;
}
