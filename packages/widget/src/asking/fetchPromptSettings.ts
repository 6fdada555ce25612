import { promptSettingsPath } from '@vivencia/contract/endpoint';
import type { LoaderSettings, PromptSettings } from '@vivencia/contract/loaderSettings';

/**
 * What a touchpoint has settled about its prompt; of an older collector maybe not all.
 *
 * @throws where it cannot be fetched
 */
export async function fetchPromptSettings(
  { collector, site }: LoaderSettings,
  touchpoint: string,
  version: number,
): Promise<Partial<PromptSettings>> {
  const answer = await fetch(collector + promptSettingsPath(site, touchpoint, version), { credentials: 'omit' });
  if (!answer.ok) throw answer.status;
  return answer.json();
}
