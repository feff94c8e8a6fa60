import 'server-only';
import { getDatabase } from './database';

/** Whether the database answers a read. */
export async function isHealthy(): Promise<boolean> {
  try {
    await getDatabase().read.desk.count();
    return true;
  } catch (error) {
    console.error('The database does not answer.', error);
    return false;
  }
}
