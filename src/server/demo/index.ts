export { generateMarket, type MarketSize, marketFiler } from './market.ts';
export { printOwnershipXml } from './print-ownership-xml.ts';
export { type NumberedFiling, printSubmission } from './print-submission.ts';
export { Random } from './random.ts';
