import { z } from 'zod';

/** What the environment sets of asking EDGAR. */
export interface EdgarSettings {
  /** Name and e-mail address of whoever asks; commands that ask EDGAR check it (`openEdgar`). */
  readonly userAgent: string | undefined;
  /** Requests a second at most, over all processes of the ledger. */
  readonly perSecond: number;
  /** `follow` gives a day or filing up so many days after it was first looked at. */
  readonly giveUpDays: number;
  /** Where archives, feeds and data sets are. */
  readonly wwwUrl: string;
  /** Where the JSON of submissions is. */
  readonly dataUrl: string;
}

/** Plain http is for mirrors of one's own. */
const host = (unset: string) =>
  z
    .url({ protocol: /^https?$/, error: 'must be https://host of EDGAR or of a mirror' })
    .default(unset);

/** The variables of asking EDGAR; docs/reference/configuration.md has a line for each. */
export const EDGAR_VARIABLES = {
  EDGAR_USER_AGENT: z.string().optional(),
  EDGAR_REQUESTS_PER_SECOND: z.coerce.number().min(0.01).max(10).default(10),
  EDGAR_GIVE_UP_DAYS: z.coerce.number().int().min(1).max(3_650).default(14),
  EDGAR_BASE_URL: host('https://www.sec.gov'),
  EDGAR_DATA_URL: host('https://data.sec.gov'),
};

const environment = z.object(EDGAR_VARIABLES);

/** The settings that checked variables mean. */
export function edgarSettings(env: z.output<typeof environment>): EdgarSettings {
  return {
    userAgent: env.EDGAR_USER_AGENT,
    perSecond: env.EDGAR_REQUESTS_PER_SECOND,
    giveUpDays: env.EDGAR_GIVE_UP_DAYS,
    wwwUrl: env.EDGAR_BASE_URL,
    dataUrl: env.EDGAR_DATA_URL,
  };
}
