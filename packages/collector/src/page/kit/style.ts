import { createHash } from 'node:crypto';
import { access } from './styles/access.ts';
import { base, narrowAndPrint } from './styles/base.ts';
import { install } from './styles/install.ts';
import { overview } from './styles/overview.ts';
import { settings } from './styles/settings.ts';
import { touchpoint } from './styles/touchpoint.ts';

/** The pages' whole style; line ends carry nothing here. Colours and measures are those of the design's look. */
export const style = [base, overview, touchpoint, settings, install, access, narrowAndPrint]
  .join('')
  .replaceAll('\n', '');

/** What the content security policy allows as style: this one, and none besides. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
