import { retryAfter } from './backoff.ts';
import { TransientFault } from './fault.ts';

/** What a later request for the same path can ask by. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What EDGAR says of a path. */
export type EdgarAnswer =
  | { readonly outcome: 'found'; readonly bytes: Uint8Array; readonly validators: Validators }
  | { readonly outcome: 'notModified' }
  | { readonly outcome: 'absent' };

/** The status and headers of a response. */
export interface ResponseHead {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
}

/** The validators that a response carries. */
export function validatorsOf({ header }: ResponseHead): Validators {
  return { etag: header('etag') ?? null, lastModified: header('last-modified') ?? null };
}

/** The headers that ask whether something has changed. */
export function conditions(validators: Validators | undefined): Record<string, string> {
  return {
    ...(validators?.etag == null ? {} : { 'if-none-match': validators.etag }),
    ...(validators?.lastModified == null ? {} : { 'if-modified-since': validators.lastModified }),
  };
}

/** What S3, which is behind /Archives, answers for what is not there. */
const ABSENT = /<Code>\s*(?:AccessDenied|NoSuchKey)\s*<\/Code>/;

/**
 * Whether a response that is neither found nor unchanged says that there is nothing there. Throws a
 * TransientFault where it is worth another try; null where neither is so. `body` is its beginning.
 */
export function isAbsent(head: ResponseHead, body: string, now: number): true | null {
  const { status } = head;
  if (status === 404 || status === 410) return true;
  if (status === 403 && ABSENT.test(body)) return true;
  if (status === 403 || status === 429) {
    const wait = retryAfter(head.header('retry-after'), now);
    throw new TransientFault(
      `${status === 429 ? TOO_OFTEN : throttled(body)} (status ${status})`,
      true,
      wait,
    );
  }
  if (status >= 500 || status === 408 || status === 425) {
    const wait = retryAfter(head.header('retry-after'), now);
    throw new TransientFault(`status ${status}`, false, wait);
  }
  return null;
}

const TOO_OFTEN =
  'EDGAR is asked too often from this address (ten requests a second at most, of all programs there): ' +
  'it is left alone for a while, and nothing is to be done unless other programs ask as well';
const UNDECLARED =
  'EDGAR does not take EDGAR_USER_AGENT for a name and an e-mail address: set it to your own';

/** The SEC has one page for two causes, and shows the headings of both on some. */
function throttled(body: string): string {
  const isTooOften = /Request Rate Threshold Exceeded/i.test(body);
  const isUndeclared = /Undeclared Automated Tool/i.test(body);
  if (isTooOften === isUndeclared) {
    return `EDGAR shuts this out, for one of two causes. Either ${TOO_OFTEN}. Or ${UNDECLARED}`;
  }
  return isUndeclared ? UNDECLARED : TOO_OFTEN;
}
