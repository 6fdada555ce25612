import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import type { Channel } from '@vivencia/contract/response';
import type { Strength } from '@vivencia/contract/scale';
import type { AcceptedState } from '../../store/delivery.ts';
import { type CommentLanguage, writeComment } from './comments/writeComment.ts';
import type { Dice } from './dice.ts';
import { type DemoTouchpoint, isRated } from './northwind.ts';
import type { ReasonKey } from './reasons.ts';
import type { Mood } from './story.ts';

/** Seconds until half have answered, by channel, and how much that spreads: the deviation of its natural logarithm. */
const untilAnswered: Partial<Record<Channel, { median: number; spread: number }>> = {
  web: { median: 12, spread: 1.1 },
  chat: { median: 9, spread: 0.9 },
  sms: { median: 700, spread: 1.5 },
  email: { median: 2_400, spread: 1.9 },
  qr: { median: 30_000, spread: 1.6 },
};

/** What somebody answered. */
export function drawAnswer(
  dice: Dice,
  key: DemoTouchpoint,
  mood: Mood,
  language: CommentLanguage,
  channel: Channel,
): Partial<AcceptedState> {
  const emotion = dice.pick(mood.feelings) ?? 'indifferent';
  const side = sideOf(emotion);
  const strength = side && drawStrength(dice, mood.strength[side]);
  const because = side ? mood.because[side] : {};
  const chosen = dice.chance(0.65) ? dice.pick(because) : null;
  const second = chosen && dice.chance(0.15) ? dice.pick(because) : null;
  const about = chosen ?? dice.pick(because);
  const writes = side && about && dice.chance(commentShare(side, strength));
  const comment = writes ? writeComment(dice, language, about, side) : null;
  return {
    status: 'answered',
    revision: 1 + Number(strength !== null) + Number(comment !== null),
    emotion,
    strength,
    reasons: [...new Set([chosen, second])].filter((reason): reason is ReasonKey => reason !== null).sort(),
    evaluation: isRated(key) && dice.chance(0.7) ? { scale: 'csat', value: drawRating(dice, emotion) } : null,
    comment,
    latencyMs: drawLatency(dice, channel),
  };
}

const sideOf = (emotion: Emotion) => (emotionSign[emotion] === 0 ? null : emotionSign[emotion] < 0 ? 'bad' : 'good');

/** Five in a hundred stop after the first tap. */
function drawStrength(dice: Dice, mean: number): Strength | null {
  const one = () => Number(dice.chance((mean - 1) / 4));
  const strength = 1 + one() + one() + one() + one();
  return dice.chance(0.05) ? null : (strength as Strength);
}

/** Who was left badly and strongly writes most: one in three. */
function commentShare(side: 'bad' | 'good', strength: number | null): number {
  const isStrong = (strength ?? 0) >= 4;
  if (side === 'bad') return isStrong ? 0.34 : 0.14;
  return isStrong ? 0.14 : 0.05;
}

function drawRating(dice: Dice, emotion: Emotion): number {
  const middle = 3 + emotionSign[emotion];
  return middle + Number(dice.chance(0.5)) * (emotionSign[emotion] || 1);
}

const longestMs = 40 * 24 * 3_600_000;

function drawLatency(dice: Dice, channel: Channel): number {
  const { median, spread } = untilAnswered[channel] ?? { median: 12, spread: 1 };
  return Math.min(longestMs, Math.round(1_000 * (2 + median * Math.exp(spread * dice.normal()))));
}
