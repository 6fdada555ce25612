import { createVivencia } from '@vivencia/widget';
import '@vivencia/widget/element';

const { site = '', collector = '' } = document.documentElement.dataset;

/** The page's one `vivencia`. What it needs to ask is fetched as chunks of this bundle, at the first trigger. */
export const vivencia = createVivencia({ site, collector });
