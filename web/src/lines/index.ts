export { citedNotes } from './cited-notes.ts';
export { folded } from './folded.ts';
export { FootnotesOf } from './footnotes-of.tsx';
export { Plan } from './plan.tsx';
export { RemarksOf } from './remarks-of.tsx';
export { type Described, securityName } from './security-name.ts';
export { WhatOf } from './what-of.tsx';
