export { citedNotes } from './cited-notes.ts';
export { CodeOf, DirectionOf } from './code-of.tsx';
export { FootnotesOf } from './footnotes-of.tsx';
export { RemarksOf } from './remarks-of.tsx';
export { type Described, securityName } from './security-name.ts';
