import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { StoredResponse } from '../../store/storedResponse.ts';
import type { HostedVisit } from '../hostedVisit.ts';
import type { Step } from '../steps.ts';

/** What a step's page shows. */
export interface StepProps {
  visit: HostedVisit;
  settings: TouchpointSettings;
  /** As it stands. */
  answer: StoredResponse;
  /** All that is asked, in order. */
  steps: Step[];
  step: Step;
  /** Whether what was sent could not be taken. */
  isMisread: boolean;
}
