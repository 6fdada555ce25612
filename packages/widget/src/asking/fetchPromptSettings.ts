import { promptSettingsPath } from '@vivencia/contract/endpoint';
import type { LoaderSettings, PromptSettings } from '@vivencia/contract/loaderSettings';

/** What an address tells never changes: a version is in it. */
const told: Record<string, Partial<PromptSettings>> = {};

/**
 * What a touchpoint has settled about its prompt; of an older collector maybe not all. The same object each time.
 *
 * @throws where it cannot be fetched
 */
export async function fetchPromptSettings(
  { collector, site }: LoaderSettings,
  touchpoint: string,
  version: number,
): Promise<Partial<PromptSettings>> {
  const address = collector + promptSettingsPath(site, touchpoint, version);
  if (!told[address]) {
    const answer = await fetch(address, { credentials: 'omit' });
    if (!answer.ok) throw answer.status;
    told[address] = await answer.json();
  }
  return told[address] as Partial<PromptSettings>;
}
