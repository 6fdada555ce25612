import type { CompleteDocument } from '../api/openApiDocument.ts';
import type { Described } from './operations.ts';
import type { Places } from './places.ts';

export interface OperationProps {
  operation: Described;
  document: CompleteDocument;
  places: Places;
}
