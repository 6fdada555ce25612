export { Misconfigured } from './config.ts';
export type { CollectorOptions } from './embed/collectorOptions.ts';
export { type Collector, createCollector } from './embed/createCollector.ts';
