import { createVivencia, type Vivencia, type Watcher } from '@vivencia/widget';
import crisp, { fidelity } from '@vivencia/widget/adapters/crisp';
import type { VivenciaPromptAttributes } from '@vivencia/widget/element';

/*
 * What an application in TypeScript writes. It is never run, and no part of our own project: package.test.ts compiles
 * it against the package as it is published, and each error that is expected here has to be one.
 */

const vivencia: Vivencia = createVivencia({
  site: 'pk_test',
  collector: 'https://collector.example',
  adapters: [crisp satisfies Watcher],
  consent: 'required',
});
// @ts-expect-error a site without a collector
createVivencia({ site: 'pk_test' });

vivencia('trigger', 'checkout', { interaction: 1001, endedAt: new Date(), unexpected: true }, document.body);
vivencia('show', 'checkout', { container: document.body, locale: 'ca', segment: { plan: 'pro' } });
vivencia('dismiss');
vivencia('reset');
vivencia('consent', true);
vivencia('debug', true);
vivencia('identify', 'ann', { segment: { plan: 'pro' } });
vivencia('identify', 'ann', { signature: 'a1b2', segment: { plan: 'pro' } });
// @ts-expect-error no such command
vivencia('ask', 'checkout');
// @ts-expect-error no touchpoint
vivencia('trigger');
// @ts-expect-error no such option
vivencia('trigger', 'checkout', { order: 1001 });
// @ts-expect-error yes is no consent
vivencia('consent', 'yes');

const stop: () => void = vivencia('on', 'answered', ({ emotion, strength, touchpoint }) => {
  touchpoint.toUpperCase();
  emotion?.startsWith('ang');
  strength?.toFixed();
  // @ts-expect-error strength is 1 to 5
  if (strength === 6) stop();
});
vivencia('on', 'suppressed', ({ reason }) => reason === 'cooldown');
// @ts-expect-error no such reason
vivencia('on', 'suppressed', ({ reason }) => reason === 'mood');
vivencia('on', 'failed', ({ problem, httpStatus }) => problem.concat(`${httpStatus}`));
// @ts-expect-error no such event
vivencia('on', 'asked', () => {});

fidelity satisfies 'ended' | 'inferred' | 'panel';
// @ts-expect-error no such fidelity
fidelity satisfies 'ended';

document.createElement('vivencia-prompt').hidden = true;
document.querySelector('vivencia-prompt')?.setAttribute('touchpoint', 'checkout');
({ touchpoint: 'checkout', interaction: 1001, show: true }) satisfies VivenciaPromptAttributes;
// @ts-expect-error no touchpoint
({ interaction: 1001 }) satisfies VivenciaPromptAttributes;
