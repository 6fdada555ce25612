/** A browser engine that a script drives, in the few ways that a visitor needs. */
export interface Engine {
  /** As the browser tells it. */
  version: string;
  /** Resolves when the page has loaded. */
  open(address: string): Promise<void>;
  /**
   * The JSON of an expression's value, or of what its promise comes to.
   *
   * @throws Error with the page's message, where it throws there
   */
  evaluate(expression: string): Promise<string>;
  /** What hands do, as https://www.w3.org/TR/webdriver2/#actions writes it. */
  act(sources: InputSource[]): Promise<void>;
  /** A PNG of what is in the window. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** A keyboard or a pointer, and what it does in turn. */
export interface InputSource {
  type: 'key' | 'pointer';
  id: string;
  actions: Record<string, unknown>[];
}

/** Of the page, in CSS pixels. */
export const viewport = { width: 1280, height: 800 };
