import type { RefusalCode as ContractRefusalCode } from '@vivencia/contract/refusal';
import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Explanation, InteractionToRecord, RecordedInteraction } from '../../packages/client/src/interactions.ts';
import type { Pass } from '../../packages/client/src/passes.ts';
import type { ResponsesQuery } from '../../packages/client/src/responseQuery.ts';
import type { ResponseState, StoredResponse } from '../../packages/client/src/responseState.ts';
import type { Histogram, Period, Scores, TouchpointScore, Trend } from '../../packages/client/src/scoreTypes.ts';
import type { SiteSettings, SiteToPut } from '../../packages/client/src/site.ts';
import type { TouchpointSettings, TouchpointToPut } from '../../packages/client/src/touchpointSettings.ts';
import type { RefusalCode } from '../../packages/client/src/vivenciaError.ts';
import type { interactionSchema, toldSchema } from '../../packages/collector/src/api/interactionSchema.ts';
import type { responsesParameters } from '../../packages/collector/src/api/responsesQuery.ts';
import type { scoresReportSchema, touchpointScoreSchema } from '../../packages/collector/src/api/scoreSchema.ts';
import type { siteSettingsSchema } from '../../packages/collector/src/api/siteSchema.ts';
import type { storedResponseSchema } from '../../packages/collector/src/api/storedResponseSchema.ts';
import type { histogramSchema, trendSchema } from '../../packages/collector/src/api/trendSchema.ts';
import type { settingsSchema } from '../../packages/collector/src/declare/touchpointSchema.ts';
import type { backendPassSchema } from '../../packages/collector/src/ingest/passSchema.ts';
import type { backendResponseSchema } from '../../packages/collector/src/ingest/responseSchema.ts';
import type { Same } from './same.ts';

// Checked by the compiler: where the collector's schemas and the client part, this file does not build.
test('what the client sends is what the collector reads', () => {
  expectTypeOf<Same<ResponseState, z.input<typeof backendResponseSchema>>>().toEqualTypeOf<true>();
  // The client writes moments as ISO 8601.
  type SentInteraction = Omit<InteractionToRecord, 'endedAt'> & { endedAt: string };
  expectTypeOf<Same<SentInteraction, z.input<typeof interactionSchema>>>().toEqualTypeOf<true>();
  type Chosen = Omit<z.input<typeof responsesParameters>, 'format' | 'limit' | 'cursor'>;
  expectTypeOf<Same<ResponsesQuery, Chosen>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Pass, z.input<typeof backendPassSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<SiteToPut, z.input<typeof siteSettingsSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<TouchpointToPut, z.input<typeof settingsSchema>>>().toEqualTypeOf<true>();
});

test('what the client reads is what the collector says', () => {
  expectTypeOf<Same<Scores, z.output<typeof scoresReportSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<
    Same<TouchpointScore & { period: Period; before?: Period | undefined }, z.output<typeof touchpointScoreSchema>>
  >().toEqualTypeOf<true>();
  expectTypeOf<Same<StoredResponse, z.output<typeof storedResponseSchema>>>().toEqualTypeOf<true>();
  type Told = z.output<typeof toldSchema>;
  expectTypeOf<Same<RecordedInteraction, Omit<Told, 'explain'>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Explanation['explain'], NonNullable<Told['explain']>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Trend, z.output<typeof trendSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<Histogram, z.output<typeof histogramSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<SiteSettings, z.output<typeof siteSettingsSchema>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<TouchpointSettings, z.output<typeof settingsSchema> & { title: string }>>().toEqualTypeOf<true>();
});

test('the client knows every code with which the collector refuses', () => {
  expectTypeOf<Exclude<ContractRefusalCode, RefusalCode>>().toEqualTypeOf<never>();
});
