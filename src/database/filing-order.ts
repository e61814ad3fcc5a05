/** SQL for what orders filings f that became known at one moment (docs/domain.md §5). */
export const FILING_KEY = 'f.order_key';
