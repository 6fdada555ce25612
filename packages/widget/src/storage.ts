/** Under this key a visitor's memory is stored. */
export const memoryKey = 'vivencia';
/** What the names begin with, before the site's key, under which stands what the collector does not have yet. */
export const outboxPrefix = 'vivencia.outbox ';

/** Global Privacy Control: nothing is remembered across visits. Merely naming a storage may throw. */
export const storage = () =>
  (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl ? sessionStorage : localStorage;
