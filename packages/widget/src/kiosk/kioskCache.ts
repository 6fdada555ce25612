/** Where kiosks' pages are kept on a device. */
export const kioskCache = 'vivencia-kiosk';
