import type { ArmedInteraction, ArmedQuery, Interaction } from '@vivencia/contract/interaction';
import type { Pass } from '@vivencia/contract/pass';
import type { BackendResponseState, PublicResponseState } from '@vivencia/contract/response';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { interactionSchema } from '../../../packages/collector/src/api/interactionSchema.ts';
import type { settingsSchema } from '../../../packages/collector/src/declare/touchpointSchema.ts';
import type { armedQuerySchema, armedSchema } from '../../../packages/collector/src/ingest/armedRoute.ts';
import type { publicPassSchema } from '../../../packages/collector/src/ingest/passSchema.ts';
import type {
  backendResponseSchema,
  publicResponseSchema,
} from '../../../packages/collector/src/ingest/responseSchema.ts';

/** Whether each of two types can stand for the other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// Checked by the compiler: where a schema and the contract part, this file does not build.
test('what the collector reads is what the contract says', () => {
  expectTypeOf<Same<z.input<typeof publicResponseSchema>, PublicResponseState>>().toEqualTypeOf<true>();
  expectTypeOf<Same<z.input<typeof backendResponseSchema>, BackendResponseState>>().toEqualTypeOf<true>();
  expectTypeOf<Same<z.output<typeof publicPassSchema>, Pass>>().toEqualTypeOf<true>();
  expectTypeOf<Same<z.input<typeof interactionSchema>, Interaction>>().toEqualTypeOf<true>();
  expectTypeOf<Same<z.output<typeof armedQuerySchema>, ArmedQuery>>().toEqualTypeOf<true>();
  expectTypeOf<Same<z.output<typeof armedSchema>['armed'][number], ArmedInteraction>>().toEqualTypeOf<true>();
  expectTypeOf<z.output<typeof settingsSchema>>().toExtend<Omit<TouchpointSettings, 'title'>>();
  expectTypeOf<keyof z.output<typeof settingsSchema>>().toEqualTypeOf<keyof TouchpointSettings>();
});
