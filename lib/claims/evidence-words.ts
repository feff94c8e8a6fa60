import { EVIDENCE_KIND_LABELS, type Evidence, STANCE_LABELS } from './evidence';

/** A piece of evidence on one line, with all that is kept of it. `groupName` names an origin group. */
export function evidenceLine(piece: Omit<Evidence, 'id'>, groupName: (groupId: string) => string): string {
  const { stance, kind, title, locator, url, archivedUrl, retrievedOn, originGroupId } = piece;
  return [
    `${STANCE_LABELS[stance]}: ${title} (${EVIDENCE_KIND_LABELS[kind].toLowerCase()})`,
    locator,
    url ?? '',
    archivedUrl === null ? '' : `archived at ${archivedUrl}`,
    retrievedOn === null ? '' : `looked at on ${retrievedOn}`,
    originGroupId === null ? '' : `origin: ${groupName(originGroupId)}`,
  ]
    .filter((word) => word !== '')
    .join(', ');
}
