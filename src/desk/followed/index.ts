export { type DayLook, type FollowedDay, followedDays, noteDay } from './days.ts';
export {
  beginFollowing,
  type Followed,
  type FollowedForm,
  followedForms,
  latestFiledOn,
  noteCompleteThrough,
} from './followed.ts';
export { type Follower, openFollower } from './follower.ts';
export { countGaps, type DayGap, type FilingGap, findGaps, type Gaps, reopenGaps } from './gaps.ts';
export {
  countEdgarFaults,
  type EdgarFaultKind,
  type FeedState,
  feedStates,
  noteEdgarFault,
  noteFeed,
} from './health.ts';
export {
  claimDue,
  claimListings,
  countPutOff,
  giveUpListings,
  type Listing,
  listingsBetween,
  type PutOff,
  pendingDays,
  putOffListings,
  releaseListings,
  settleListings,
} from './listings.ts';
