/** A face for the browser's tab, so that it asks for no file. */
export const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230b6b5a' stroke-width='2' stroke-linecap='round'><circle cx='12' cy='12' r='11' fill='%23d9f0ea' stroke='none'/><path d='M8.7 9.5v.6M15.3 9.5v.6M7.6 13.6c1 2.1 2.6 3.2 4.4 3.2s3.4-1.1 4.4-3.2'/></svg>";
