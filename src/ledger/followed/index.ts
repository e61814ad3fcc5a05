export {
  completeThrough,
  type FollowedForm,
  heldNumbers,
  latestFiledOn,
  noteCompleteThrough,
} from './followed.ts';
