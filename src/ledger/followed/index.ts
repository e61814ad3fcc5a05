export {
  completeThrough,
  type FollowedForm,
  latestFiledOn,
  noteCompleteThrough,
  settledNumbers,
} from './followed.ts';
