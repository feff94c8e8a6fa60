import type { Viewer } from '@/lib/assignments/checking';
import { can } from './permissions';
import type { Actor } from './roles';

/** Who looks, as the rule about blind checking asks (lib/assignments/checking.ts). */
export function toViewer(actor: Actor): Viewer {
  return { userId: actor.userId, seesThrough: can(actor, 'blind.see_through', { deskId: actor.deskId }) };
}
