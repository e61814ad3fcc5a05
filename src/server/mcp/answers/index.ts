export { grouped } from '../../notices/index.ts';
export { type Answer, fitted } from './fitted.ts';
export { FRAME, type Frame, framed, frameInWords } from './frame.ts';
export { filingPath, issuerPath, link, personPath, viewOf } from './links.ts';
export {
  FILING,
  filing,
  filingInWords,
  heldHow,
  ISSUER,
  issuer,
  named,
  PERSON,
  person,
  SECURITY,
  security,
  unitInWords,
} from './parts.ts';
export { inQuotes, LONGEST, quoted } from './quoted.ts';
