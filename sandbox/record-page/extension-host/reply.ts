import { messageOf } from '../api/request.ts';
import type { Reply } from './protocol.ts';

/** A rejection inside a worker call would also surface as an unhandled one in the page. */
export async function reply<T>(work: Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}
