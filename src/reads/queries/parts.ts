/**
 * What is read of a row only where it is asked for: the cells of its line that most questions ask
 * for, all cells, its seal, all that its hash covers, its issuer, its person, the people of its
 * filing; of a filing its texts; of an amount whether it straddles a corporate action, and the
 * instant at which it is known.
 */
export type Part =
  | 'cells'
  | 'line'
  | 'seal'
  | 'canonical'
  | 'issuer'
  | 'person'
  | 'people'
  | 'texts'
  | 'actions'
  | 'viewed';
