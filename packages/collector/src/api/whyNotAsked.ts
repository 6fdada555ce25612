import type { NotAsked } from '../store/interaction.ts';

const details: Record<NotAsked['reason'], string> = {
  no_respondent: 'No respondent was named, so no page can know that it is about the person who is there.',
  not_to_arm: 'arm is 0: it is only counted.',
  ended_too_long_ago: 'It ended more than 7 days ago.',
  hidden_touchpoint: 'The touchpoint is hidden.',
  too_many_touchpoints: 'The site has too many touchpoints that nobody declared: this one is counted under other.',
  sampled: 'The touchpoint asks about a share of its interactions, and this one is not among them.',
  already_asked: 'A page has asked about this interaction.',
  already_recorded: 'It was recorded before and waits no longer.',
  cooldown: 'The person was asked at this touchpoint not long ago',
  gap: 'The person was asked elsewhere on the site a short while ago',
  daily_cap: 'The person was asked as often in a day as the site allows',
};

/** Why somebody would not be asked, for people. */
export const whyNotAsked = ({ reason, until }: NotAsked) => ({
  reason,
  detail: details[reason] + (until === null ? '' : `; they are left alone until ${new Date(until).toISOString()}.`),
});
