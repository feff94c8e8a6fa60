import { checkChain } from '@/lib/attribution/chain';
import { type DetailValues, toDetailsInput } from './detail-values';
import { DETAIL_FIELDS, type DetailField } from './details/details';
import { detailsInput } from './schema';

/** Something of a claim that cannot be kept as it is: where, and a sentence for the one who made it. `at` counts from 0. */
export type DetailFault = { readonly field: DetailField; readonly at: number | null; readonly message: string };

/** The first thing in the parts that the server would refuse for its form alone, or null. Linear. */
export function checkDetails(details: DetailValues): DetailFault | null {
  const fault = details.chain === undefined ? null : checkChain(details.chain);
  if (fault !== null) return { field: 'chain', at: null, message: fault };
  const parsed = detailsInput.safeParse(toDetailsInput(details));
  const issue = parsed.error?.issues[0];
  if (issue === undefined) return null;
  const [field, at] = issue.path;
  return { field: DETAIL_FIELDS.find((part) => part === field) ?? 'chain', at: typeof at === 'number' ? at : null, message: issue.message };
}
