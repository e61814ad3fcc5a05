/** The title of each form's statement. */
export const STATEMENTS = {
  '3': 'INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES',
  '4': 'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
  '5': 'ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
};

/** What each form asks for as its period. */
export const PERIODS = {
  '3': '2. Date of Event Requiring Statement',
  '4': '3. Date of Earliest Transaction',
  '5': "3. Statement for Issuer's Fiscal Year Ended",
};
