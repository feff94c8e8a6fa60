import { z } from 'zod';
import { idInput, writeKeyInput } from '@/lib/kernel/id-input';
import { isBlank } from '@/lib/text/blank';
import { typedText } from '@/lib/text/typed-text';
import { type Body, COMMENT_MAX, FROM_MAX, isCommentLink, LINK_FAULT, plainText, TOO_LONG } from './body';

const BLOCKS_MAX = 100;
const PIECES_MAX = 400;

const TOO_MANY = 'This is too long for a comment.';

const piece = z
  .strictObject({
    text: typedText.pipe(z.string().min(1).max(COMMENT_MAX, TOO_LONG)),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    href: z.string().refine(isCommentLink, LINK_FAULT).optional(),
    mention: idInput.optional(),
  })
  .refine(({ mention, href }) => mention === undefined || href === undefined, 'A call is no link.');

const pieces = z.array(piece).min(1).max(PIECES_MAX, TOO_MANY);

/** A body as it is stored and as it may come; whoever reads it back asks this too. */
export const bodyInput = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('paragraph'), content: pieces }),
      z.strictObject({
        kind: z.literal('list'),
        items: z.array(pieces).min(1).max(BLOCKS_MAX, TOO_MANY),
        from: z.int().min(1).max(FROM_MAX).optional(),
      }),
    ]),
  )
  // Both before anything else is asked: so zod counts first, and four megabytes of blocks do not take seconds.
  .min(1, 'Write something.')
  .max(BLOCKS_MAX, TOO_MANY)
  .refine((body) => body.length === 0 || !isBlank(plainText(body)), 'Write something.')
  .refine((body) => plainText(body).length <= COMMENT_MAX, TOO_LONG) satisfies z.ZodType<Body>;

/** `threadId`: the comment it answers to; null begins a thread. */
export const addCommentInput = z.object({
  key: writeKeyInput,
  commentId: idInput,
  claimId: idInput,
  threadId: idInput.nullable(),
  body: bodyInput,
});
export type AddCommentInput = z.infer<typeof addCommentInput>;

export const commentVersionInput = z.object({ key: writeKeyInput, commentId: idInput, version: z.int().min(1) });
export type CommentVersionInput = z.infer<typeof commentVersionInput>;

export const editCommentInput = commentVersionInput.extend({ body: bodyInput });
export type EditCommentInput = z.infer<typeof editCommentInput>;

export const resolveThreadInput = commentVersionInput.extend({ resolved: z.boolean() });
export type ResolveThreadInput = z.infer<typeof resolveThreadInput>;

export const readNoticesInput = z.object({ key: writeKeyInput, until: z.coerce.date() });
export type ReadNoticesInput = z.output<typeof readNoticesInput>;
