import type { TouchpointSettings } from '@vivencia/contract/touchpoint';

/** What a site's touchpoints shall be; `base`: the version that its author saw, 0 where there was none. */
export interface DeclaredTouchpoints {
  declared: { key: string; settings: TouchpointSettings; base: number }[];
  hidden: { key: string; base: number }[];
}
