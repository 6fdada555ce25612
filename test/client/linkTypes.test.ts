import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Invitation, InvitationToCreate } from '../../packages/client/src/invitations.ts';
import type { Kiosk, KioskToCreate, OpenedKiosk } from '../../packages/client/src/kiosks.ts';
import type { kioskSchema, newKioskSchema, openedKioskSchema } from '../../packages/collector/src/api/kioskSchema.ts';
import type {
  invitationSchema,
  newInvitationSchema,
} from '../../packages/collector/src/invitation/invitationSchema.ts';
import type { Same } from './same.ts';

// Checked by the compiler: where the collector's schemas and the client part, this file does not build.
test('invitations are what the collector makes of them', () => {
  // The client writes moments as ISO 8601.
  type Wanted = Omit<InvitationToCreate, 'endedAt'> & { endedAt?: string | null | undefined };
  expectTypeOf<Same<Wanted, z.input<typeof newInvitationSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Invitation, z.output<typeof invitationSchema>>>().toEqualTypeOf<true>();
});

test('kiosks are what the collector makes of them', () => {
  expectTypeOf<Same<KioskToCreate, z.input<typeof newKioskSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Kiosk, z.output<typeof kioskSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<OpenedKiosk, z.output<typeof openedKioskSchema>>>().toEqualTypeOf<true>();
});
