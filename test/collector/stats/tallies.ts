import type { Emotion } from '@vivencia/contract/emotion';
import type { Status } from '@vivencia/contract/response';
import { defaultSettings, type TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { Touchpoint } from '../../../packages/collector/src/store/site.ts';
import type { TallyCount } from '../../../packages/collector/src/tally/tallyCount.ts';

/** A cell of answers with an emotion; `more` says what is unusual about them. */
export const felt = (
  emotion: Emotion,
  rating: number | null,
  count: number,
  more: Partial<TallyCount> = {},
): TallyCount => ({
  status: 'answered',
  prompted: true,
  scale: 'felt',
  emotion,
  rating,
  reason: null,
  latencyBin: 0,
  count,
  ...more,
});

/** A cell of responses that say nothing of a feeling. */
export const silent = (status: Status, count: number, more: Partial<TallyCount> = {}): TallyCount => ({
  ...felt('happy', null, count),
  status,
  emotion: null,
  latencyBin: 9,
  ...more,
});

export const declared = (key: string, settings: Partial<TouchpointSettings> = {}): Touchpoint => ({
  key,
  version: 1,
  confirmed: true,
  settings: { ...defaultSettings(key), ...settings },
});

export const merelyHeard = (key: string): Touchpoint => ({ ...declared(key), confirmed: false });
