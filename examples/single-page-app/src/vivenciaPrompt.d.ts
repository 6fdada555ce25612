import type { VivenciaPromptAttributes } from '@vivencia/widget/element';

// For React, the same in 'react'.
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vivencia-prompt': VivenciaPromptAttributes;
    }
  }
}
