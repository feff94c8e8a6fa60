import { useEffect, useState } from 'react';
import type { Comment, Discussion } from '@/lib/comments/comment';
import { isUnread, newestOf } from '@/lib/comments/news';
import { markRead, readUntil } from './read-marks';

/** How long comments have to be on screen before they count as read, in ms. */
const READ_AFTER = 2000;

/** Which comments are new to the person. They stay marked as long as they are shown, and are read the next time. */
export function useUnread(userId: string, claimId: string, found: Discussion | null): (comment: Comment) => boolean {
  const [until] = useState(() => readUntil(userId, claimId));
  const newest = found === null ? '' : newestOf(found);
  useEffect(() => {
    if (newest === '') return;
    const timer = setTimeout(() => markRead(userId, claimId, newest), READ_AFTER);
    return () => clearTimeout(timer);
  }, [userId, claimId, newest]);
  return (comment) => isUnread(comment, userId, until);
}
