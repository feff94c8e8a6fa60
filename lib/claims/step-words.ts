import { unreachable } from '@/lib/kernel/assert';
import type { ClaimEvent } from './transitions';

/** What somebody did, as in "checker A submitted it". */
export function stepWords(event: ClaimEvent): string {
  switch (event) {
    case 'submit':
      return 'submitted it';
    case 'withdraw':
      return 'took it back';
    case 'approve':
      return 'approved it';
    case 'return':
      return 'returned it';
    case 'reject':
      return 'rejected it';
    case 'reopen':
      return 'edited it after its approval';
    case 'undo_decision':
      return 'took the decision back';
    default:
      return unreachable(event);
  }
}
