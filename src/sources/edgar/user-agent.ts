import { Anomaly } from '../../values/index.ts';

const MAIL = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]{2,}/;

/**
 * The User-Agent as EDGAR wants it, a name and an e-mail address of whoever asks. Incorrect where
 * there is none, it has no address, or a header cannot hold it.
 */
export function checkUserAgent(text: string | undefined): string {
  const userAgent = text?.trim() ?? '';
  if (MAIL.test(userAgent) && /^[\x20-\x7e]{6,200}$/.test(userAgent)) return userAgent;
  const fault =
    userAgent === ''
      ? 'EDGAR_USER_AGENT is not set'
      : `EDGAR_USER_AGENT, ${JSON.stringify(userAgent)}, does not say who asks`;
  throw new Anomaly(
    'Incorrect',
    `${fault}. The SEC wants every program that asks EDGAR to say whose it is, with an e-mail address ` +
      '(https://www.sec.gov/os/webmaster-faq#developers). Set it in the environment or in .env, for ' +
      'instance EDGAR_USER_AGENT="Your Company yourname@example.org".',
  );
}
