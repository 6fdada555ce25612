/** Under this key a visitor's memory is stored. */
export const memoryKey = 'vivencia';
/** Under this key stands what the collector does not have yet. */
export const outboxKey = 'vivencia.outbox';

/** Global Privacy Control: nothing is remembered across visits. Merely naming a storage may throw. */
export const storage = () =>
  (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl ? sessionStorage : localStorage;
