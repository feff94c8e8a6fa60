import type { PaletteItem } from '@/components/ui/rank-commands';
import { areSingleKeysOn, setSingleKeys } from '@/components/ui/single-keys';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { CONFIDENCE_FACTS, CONFIDENCES } from '@/lib/claims/confidence';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS } from '@/lib/export/formats';
import { can } from '@/lib/permissions/permissions';
import { startExport } from '../bar/start-export';
import { type AnnotateKeyMap, type FormCommand, KEYS, type TextCommand } from '../keymap';
import { startClaim } from '../session/form-acts';
import { goToClaim } from '../session/linked-claim';
import { type Session, selectedRange } from '../session/session';
import { TEXT_COMMANDS } from '../session/text-commands';
import { chainName, claimWordsFirst, shownNumber } from '../shown-claim';
import { reasonAgainst } from './reasons';

/** Goes to another page. */
export type Go = (href: string) => void;

/** What the palette offers before anything is typed: every command of the page, the types, exports and pages. */
export function paletteItems(session: Session, keys: AnnotateKeyMap, go: Go): readonly PaletteItem[] {
  return [...commands(session, keys), ...choices(session, keys), ...settings(), ...exports(session), ...pages(session, go)];
}

/** What only typing finds: a claim by its number, its words or who says so, and articles by their titles. */
export function foundItems(session: Session, query: string, go: Go): readonly PaletteItem[] {
  const words = query.trim();
  if (words === '') return [];
  const number = /^c?\s?(\d+)$/i.exec(words)?.[1];
  const lower = words.toLowerCase();
  const claims = session.view
    .get()
    .claims.filter((claim) =>
      number === undefined
        ? words.length > 1 &&
          (chainName(claim).toLowerCase().includes(lower) || claim.spans.some(({ quote }) => quote.toLowerCase().includes(lower)))
        : shownNumber(claim).startsWith(number),
    )
    .slice(0, 20)
    .map((claim) => ({
      id: `claim-${claim.id}`,
      group: 'Claim',
      label: `${claimWordsFirst(claim)}: ${chainName(claim)}`,
      words: `C${shownNumber(claim)} ${claim.spans[0]?.quote ?? ''}`,
      run: () => goToClaim(session, claim.id),
    }));
  if (number !== undefined) return claims;
  return [
    ...claims,
    { id: 'articles', group: 'Go to', label: `Articles about “${words}”`, run: () => go(`/?q=${encodeURIComponent(words)}`) },
  ];
}

function commands(session: Session, keys: AnnotateKeyMap): readonly PaletteItem[] {
  const names = Object.keys(KEYS).filter((name) => name !== 'palette') as (TextCommand | FormCommand)[];
  return names
    .filter((name) => KEYS[name].scope === 'text' || session.runInForm !== null)
    .map((name) => ({
      id: name,
      group: KEYS[name].group,
      label: KEYS[name].does,
      keys: keys.prints(name),
      ...(isTextCommand(name)
        ? { unavailable: reasonAgainst(session, name), run: () => TEXT_COMMANDS[name](session) }
        : { run: () => session.runInForm?.(name) }),
    }));
}

function isTextCommand(name: TextCommand | FormCommand): name is TextCommand {
  return name in TEXT_COMMANDS;
}

/** With a form open they choose in it; else a type begins a claim of the selected words. */
function choices(session: Session, keys: AnnotateKeyMap): readonly PaletteItem[] {
  const { start, end } = selectedRange(session);
  const inForm = session.runInForm;
  const types = SOURCE_TYPES.map((type): PaletteItem => {
    const { label, definition } = SOURCE_TYPE_FACTS[type];
    return {
      id: `type.${type}`,
      group: 'Source type',
      label,
      words: definition,
      keys: inForm === null ? [] : keys.prints(`type.${type}`),
      unavailable: inForm === null && start === end ? 'Select words first.' : null,
      run: () => (inForm === null ? startClaim(session, type) : inForm(`type.${type}`)),
    };
  });
  if (inForm === null) return types;
  const confidences = CONFIDENCES.map((confidence) => ({
    id: `confidence.${confidence}`,
    group: 'Confidence',
    label: CONFIDENCE_FACTS[confidence].label,
    keys: keys.prints(`confidence.${confidence}`),
    run: () => inForm(`confidence.${confidence}`),
  }));
  return [...types, ...confidences];
}

function settings(): readonly PaletteItem[] {
  const on = areSingleKeysOn();
  return [
    { id: 'single-keys', group: 'Keys', label: on ? 'Switch single keys off' : 'Switch single keys on', run: () => setSingleKeys(!on) },
  ];
}

function exports({ data, view }: Session): readonly PaletteItem[] {
  return EXPORT_FORMATS.flatMap((format) =>
    (
      [
        ['Report', 'approved claims', ''],
        ['Working copy', 'all claims', '?status=all'],
      ] as const
    ).map(([what, which, query]) => ({
      id: `export-${format}${query}`,
      group: 'Export',
      label: `${what}, ${which}: ${EXPORT_FORMAT_FACTS[format].label}`,
      run: () => startExport({ href: `/api/articles/${data.article.id}/export/${format}${query}`, format, what }, view.get().claims.length),
    })),
  );
}

function pages({ data: { actor, article } }: Session, go: Go): readonly PaletteItem[] {
  const desk = { deskId: actor.deskId };
  const page = (label: string, href: string): PaletteItem => ({ id: href, group: 'Go to', label, run: () => go(href) });
  return [
    page('Desk', '/'),
    page('The sourcing of this article', `/articles/${article.id}/sourcing`),
    ...(can(actor, 'trail.read', desk) ? [page('Everything that was done with this article', `/articles/${article.id}/trail`)] : []),
    ...(can(actor, 'agreement.read', desk) ? [page('The agreement of this article’s checkers', `/articles/${article.id}/agreement`)] : []),
    ...(can(actor, 'queue.view', desk) ? [page('Review', '/review'), page('Review of this article', `/review?article=${article.id}`)] : []),
    page('Sources', '/sources'),
    ...(can(actor, 'figures.read', desk) ? [page('Figures', '/figures')] : []),
    page('Calibration', '/calibration'),
    page('New article', '/articles/new'),
    page('Change the keys', '/keys'),
  ];
}
