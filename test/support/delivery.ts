import { randomUUID } from 'node:crypto';
import type { AcceptedState, Delivery } from '../../packages/collector/src/store/delivery.ts';

/** 2026-11-22 12:00 UTC. */
export const noon = Date.UTC(2026, 10, 22, 12);

/** A state about which nothing was said but what a test names. */
export const acceptedState = (given: Partial<AcceptedState> = {}): AcceptedState => ({
  id: randomUUID(),
  revision: 0,
  touchpoint: 'checkout',
  status: 'shown',
  emotion: null,
  strength: null,
  reasons: [],
  evaluation: null,
  comment: null,
  latencyMs: null,
  interaction: null,
  unexpected: false,
  respondent: null,
  segment: [],
  locale: null,
  channel: null,
  version: null,
  invitation: null,
  test: false,
  ...given,
});

export const delivery = (
  site: number,
  given: Partial<AcceptedState> = {},
  frame: Partial<Omit<Delivery, 'state'>> = {},
): Delivery => ({
  site,
  state: acceptedState(given),
  fromBackend: false,
  received: noon,
  moment: noon,
  latencyLost: false,
  quarantined: false,
  ...frame,
});
