import type { BegunMerge, MergeCursor } from './touchpointMerge.ts';
import type { WriterGate } from './writerGate.ts';

/** Merges a touchpoint into another, step by step, so that deliveries are taken in between; `false` where it cannot be. */
export async function mergeInSteps(writer: WriterGate, site: number, from: string, into: string): Promise<boolean> {
  const begun = await writer.call('beginMerge', [site, from, into]);
  if (begun) await finish(writer, begun);
  return begun !== null;
}

/** Goes on with every merge that ended before it was done. */
export async function finishMerges(writer: WriterGate): Promise<void> {
  for (const begun of await writer.call('unfinishedMerges', [])) await finish(writer, begun);
}

async function finish(writer: WriterGate, begun: BegunMerge): Promise<void> {
  let cursor: MergeCursor | null = { part: 'responses', after: null };
  while (cursor !== null) cursor = await writer.call('mergeStep', [begun, cursor]);
}
