import type { Filing } from '../../parser/index.ts';
import type { CalendarDate, Decimal } from '../../values/index.ts';
import { flat, sentencesOf, statedAdsRatio } from '../lines/index.ts';
import { splitMentions } from './split-mentions.ts';
import { statedAdsRatioChange } from './stated-ads-change.ts';
import { takesEffectOn } from './takes-effect-on.ts';

/** What a footnote or the remarks of a filing say of a corporate action (docs/domain.md §5). */
export interface StatedAction {
  /** The footnote's id; null for the remarks. */
  readonly footnote: string | null;
  /** ADS_RATIO states a ratio, of which one that differs from it later is a change. */
  readonly says: 'SPLIT' | 'RATIO_CHANGE' | 'ADS_RATIO';
  /** Of ADS_RATIO one ADS, and the shares that it stands for. */
  readonly newShares: Decimal;
  readonly oldShares: Decimal;
  /** When it took effect; null where the text does not say. */
  readonly on: CalendarDate | null;
  /** Which side of the action the filing's amounts are on. */
  readonly side: 'BEFORE' | 'AFTER';
}

const WORTH_READING =
  /\bsplit|\bconsolidat|\bsubdivi|\bcombined into\b|(?:stock|share) (?:dividend|combination)|\b[AG]D[SR]s?\b|(?:American|Global) Deposit/i;
/** Parts of words, one of which is in all that is worth reading: to look for them takes less. */
const SIGNS = [
  'split',
  'consolidat',
  'subdivi',
  'combin',
  'dividend',
  'ads',
  'adr',
  'gds',
  'gdr',
  'deposit',
];
const OF_BEFORE =
  /\b(?:before|prior to|without) (?:giving effect|taking into account|(?:any |the )?(?:adjust|reflect))|\b(?:(?:do|does|did) not|not (?:been )?)\s?(?:account|reflect|adjust|give effect|giv|tak)|\bpre-?\s?(?:(?:reverse|forward|stock|share)[ -]?)*split/i;

/**
 * The corporate actions that a filing's texts state, known on a day: in the order of the texts,
 * each once a text. A day to come is a plan and states nothing (docs/domain.md §5).
 */
export function statedActions(
  { footnotes, remarks }: Pick<Filing, 'footnotes' | 'remarks'>,
  knownOn: CalendarDate,
): StatedAction[] {
  const actions = footnotes.flatMap(({ id, text }) => actionsIn(text, id, knownOn));
  return remarks === null ? actions : [...actions, ...actionsIn(remarks, null, knownOn)];
}

function actionsIn(text: string, footnote: string | null, knownOn: CalendarDate): StatedAction[] {
  if (!isWorthReading(text)) return [];
  const words = flat(text);
  const side = OF_BEFORE.test(words) ? 'BEFORE' : 'AFTER';
  const found = new Map<string, StatedAction>();
  for (const sentence of sentencesOf(words)) {
    const mentions = splitMentions(sentence);
    for (const [index, mention] of mentions.entries()) {
      const on = takesEffectOn(sentence, mention, {
        from: mentions[index - 1]?.end ?? 0,
        to: mentions[index + 1]?.start ?? sentence.length,
      });
      if (on !== null && on > knownOn) continue;
      const { newShares, oldShares } = mention;
      const key = `${newShares} ${oldShares}`;
      // The ratio may be stated twice, once with its day.
      if ((found.get(key)?.on ?? null) !== null) continue;
      found.set(key, { footnote, says: 'SPLIT', newShares, oldShares, on, side });
    }
  }
  return [...found.values(), ...adsActionsIn(words, { footnote, knownOn })];
}

function isWorthReading(text: string): boolean {
  const folded = text.toLowerCase();
  return SIGNS.some((sign) => folded.includes(sign)) && WORTH_READING.test(text);
}

function adsActionsIn(
  text: string,
  { footnote, knownOn }: Pick<StatedAction, 'footnote'> & { readonly knownOn: CalendarDate },
): StatedAction[] {
  for (const sentence of sentencesOf(text)) {
    const change = statedAdsRatioChange(sentence);
    if (change === null) continue;
    const on = takesEffectOn(sentence, change, { from: 0, to: sentence.length });
    if (on !== null && on > knownOn) return [];
    const { newShares, oldShares } = change;
    return [{ footnote, says: 'RATIO_CHANGE', newShares, oldShares, on, side: 'AFTER' }];
  }
  const shares = statedAdsRatio(text);
  if (shares === null) return [];
  const one = '1' as Decimal;
  return [
    { footnote, says: 'ADS_RATIO', newShares: one, oldShares: shares, on: null, side: 'AFTER' },
  ];
}
