/** Colours, by what they are for. */
export const colours = `
:root{color-scheme:light dark;
--ink:light-dark(#1b1d22,#eceef2);--soft:light-dark(#5d636f,#a2a8b4);--line:light-dark(#e4e6eb,#31353e);
--card:light-dark(#fff,#1d2026);--page:light-dark(#f7f7f5,#14161a);
--pos:light-dark(#0b6b5a,#6fd3bd);--post:light-dark(#d9f0ea,#173a34);
--neu:light-dark(#4c5361,#b4bac6);--neut:light-dark(#e8eaee,#2c3038);
--neg:light-dark(#9c3512,#ffab8a);--negt:light-dark(#fde5db,#46251a)}
`;

/** What all pages share. */
export const base = `${colours}*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.45 system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
body>*{max-width:1080px;margin-inline:auto;padding-inline:24px}
a{color:inherit;text-underline-offset:3px;text-decoration-color:var(--soft)}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:6px}
h1,h2,p,ul,dl,dd{margin:0;padding:0}
.top{display:flex;flex-wrap:wrap;gap:10px 24px;align-items:center;padding-block:22px}
.top b{font-size:16px}.top .menu{margin-inline:0 auto}.top b a{text-decoration:none}
nav{display:flex;flex-wrap:wrap;align-items:center;gap:2px;margin-inline:-12px}
nav a,nav summary{display:block;padding:7px 12px;border:1px solid transparent;border-radius:10px;color:var(--soft);font-size:14px;text-decoration:none;cursor:pointer;list-style:none}
nav a:hover,nav summary:hover{color:var(--ink)}
nav a[aria-current]{background:var(--card);border-color:var(--line);color:var(--ink)}
nav.menu [aria-current]{background:none;border-color:transparent;font-weight:600}
nav details{position:relative}
nav form{position:absolute;inset-inline-end:0;z-index:1;width:260px;margin-top:6px;padding:16px;background:var(--card);border:1px solid var(--line);border-radius:14px;box-shadow:0 8px 30px #0002}
h1{font-size:27px;line-height:36px;letter-spacing:-.015em;font-weight:700;max-width:34em;margin-top:22px;text-wrap:balance}
.lead{color:var(--soft);margin-top:8px;max-width:46em}
.pos{color:var(--pos)}.neg{color:var(--neg)}.neu{color:var(--neu)}
.note{margin-top:14px;padding:10px 14px;background:var(--negt);border-radius:10px}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin-top:34px}
caption{text-align:start;color:var(--soft);font-size:13px;padding:12px 0 0;caption-side:bottom}
th{font-weight:400;text-align:start;color:var(--soft);font-size:13px}
thead th{padding:0 0 10px;vertical-align:bottom}
tbody{border-top:1px solid var(--line)}
tbody>tr:first-child{height:62px}tbody>tr:first-child>*{padding:13px 0 0;vertical-align:top}
td,tbody th{padding:0}
.num{text-align:end}.no{width:48px;white-space:nowrap}.val{width:96px}.bar{width:37%;padding-inline-start:26px!important}.ans{width:120px}.feel{width:20%;padding-inline-start:22px!important}
th[scope=row]{color:inherit}
.big{display:block;font-size:16px;line-height:22px;font-weight:650;color:var(--ink)}
.reg{font-weight:400}
small{display:block;font-size:13px;line-height:19px;color:var(--soft);font-weight:400}
.no small{line-height:22px}
.feel div{display:flex;gap:10px}.feel svg{flex:none;margin-top:3px}
.face{fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.face .dot{fill:currentColor;stroke:none}.face .disc{stroke:none;fill:var(--neut)}
.face.pos .disc{fill:var(--post)}.face.neg .disc{fill:var(--negt)}
.chart{display:block;width:100%;height:22px;overflow:visible}
.chart .n{fill:var(--neg)}.chart .p{fill:var(--pos)}
.axis{display:block;width:100%;overflow:visible;fill:var(--soft)}
.chart .zero{stroke:var(--soft);stroke-width:1}
.halo{stroke:var(--page);stroke-width:4.5}.whisk{stroke:var(--ink);stroke-width:1.5}
.thin .big,.thin td{color:var(--soft)}
.sure details{margin-top:-19px;padding-bottom:14px;position:relative}
details summary{cursor:pointer}
.sure summary,.more>summary{display:inline-block;list-style:none;color:var(--soft);font-size:13px;text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:3px}
.sure summary{line-height:19px;vertical-align:top}
summary::-webkit-details-marker{display:none}
summary:hover{color:var(--ink)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(125px,1fr));gap:14px 20px;padding:14px 0 8px}
dt{color:var(--soft);font-size:13px}
dd ul{list-style:none}
.wide{grid-column:1/-1}.wide ul{display:flex;flex-wrap:wrap;gap:4px 18px}
.more{margin-top:26px}.more p{max-width:46em;margin-top:10px}
.pick{display:flex;flex-wrap:wrap;gap:6px 18px;margin-top:20px;font-size:13px;color:var(--soft)}
.pick [aria-current]{font-weight:650;text-decoration:none}
pre{margin:10px 0 0;padding:14px 16px;background:var(--card);border:1px solid var(--line);border-radius:12px;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;user-select:all}
.step{margin-top:26px}
.example{margin-top:44px;padding:18px 24px 10px;border:1px dashed var(--soft);border-radius:18px}
.example .tag{color:var(--soft);font-size:13px}.example table{margin-top:18px}.example .sure{display:none}.example tbody>tr>*{padding-bottom:13px!important}
.row{display:flex;gap:8px;margin-bottom:22px}
.in{max-width:440px;margin-block:12vh}
label{display:block;font-size:13px;color:var(--soft);margin-top:12px}
input{display:block;width:100%;margin-top:4px;padding:9px 12px;font:inherit;font-size:16px;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:10px}
.in input{background:var(--card)}
button{font:inherit;cursor:pointer}
.do{margin-top:16px;padding:10px 18px;border:0;border-radius:10px;background:var(--ink);color:var(--page);font-weight:600}
.link{padding:0;border:0;background:none;color:inherit;text-decoration:underline;text-decoration-color:var(--soft);text-underline-offset:3px}
footer{display:flex;flex-wrap:wrap;gap:8px 22px;align-items:center;margin-top:56px!important;padding-block:22px 40px;color:var(--soft);font-size:13px}
footer .pick{margin:0;margin-inline-start:auto}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.unit{display:none}
`;

/** After all others, so that it wins over them: narrow screens and paper. */
export const narrowAndPrint = `
@media(max-width:940px){
h1{font-size:23px;line-height:30px;margin-top:10px}
body>*{padding-inline:18px}
nav{position:relative}nav details{position:static}nav form{inset-inline:9px auto}
nav{margin-inline:-9px}nav a,nav summary{padding-inline:9px}
table{display:flex;flex-direction:column}tbody{display:block}caption{display:block;order:1}
thead{display:none}
.ranking thead{display:block}.ranking thead tr{display:flex;flex-wrap:wrap;gap:0 16px}
.ranking thead th{width:auto;padding:0!important}.ranking thead a{display:block;padding-block:4px}
.ranking thead .no{display:none}.ranking thead .bar{order:1;flex-basis:100%;margin-block:6px 0}
tbody{padding-block:16px}
tbody>tr:first-child{height:auto;display:grid;grid-template-columns:minmax(20px,auto) 1fr auto;gap:2px 16px}
tbody>tr:first-child>*{padding:0!important;width:auto}
tbody tr>.no{margin-inline-end:-8px}
.bar,.says{grid-column:1/-1;margin-block:8px}
.feel{grid-column:1/3}.went{grid-column:1/-1}
.voices li{grid-template-columns:26px 1fr}.voices small{grid-column:2}
.says{margin-block:2px}
.sure,.sure td{display:block;width:auto;padding:0!important;margin:0}.sure td:empty,.quiet{display:none}
.sure details{margin-top:8px;padding:0}.example{padding-inline:16px}
.unit{display:inline}
.ans .big{font-weight:400}
footer .pick{margin-inline-start:0}}
@media print{
:root{color-scheme:light;--page:#fff}
nav,footer a,footer form,.sure summary,.pick,.filters,.lead a,.more:not([open]){display:none}
*{print-color-adjust:exact}
tbody,section{break-inside:avoid}
.scroll{overflow:visible}.journey{min-width:0}.stops{font-size:12px;line-height:16px}}
`;
