export {
  type InsiderRole,
  type RelationshipSpan,
  type RelationshipStatement,
  relationshipSpans,
} from './relationship-spans.ts';
export { pointsToRemarks, statedText } from './stated-text.ts';
