import { createHash } from 'node:crypto';
import { colours } from '../page/kit/styles/base.ts';

const rules = `${colours}
*{box-sizing:border-box}
html{scroll-padding-top:16px}
body{margin:0;display:grid;grid-template-columns:272px minmax(0,1fr);max-width:1440px;margin-inline:auto;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1,h2,h3,h4,p,ul,dl,dd,figure{margin:0;padding:0}
ul{list-style:none}
a{color:inherit;text-underline-offset:3px;text-decoration-color:var(--soft)}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:6px}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
.skip{position:absolute;inset-inline-start:-999px}.skip:focus{inset-inline-start:16px;top:12px;z-index:1;padding:8px 12px;background:var(--card)}
nav{position:sticky;top:0;height:100vh;overflow-y:auto;padding:28px 12px 40px 24px;border-inline-end:1px solid var(--line);font-size:14px}
nav a{display:block;padding:4px 8px;border-radius:8px;text-decoration:none}
nav>ul>li>a{font-weight:650}nav>ul>li+li{margin-top:10px}
.calls a{display:grid;grid-template-columns:46px minmax(0,1fr);align-items:baseline;color:var(--soft);font-size:13px;text-decoration:none}
nav a:hover,.calls a:hover{background:var(--card);color:var(--ink)}
.method{color:var(--neu);font:650 11px/1.5 ui-monospace,monospace;letter-spacing:.02em}
.post,.put{color:var(--pos)}.delete{color:var(--neg)}
main{min-width:0;padding:0 40px 96px}
h1{font-size:27px;line-height:36px;letter-spacing:-.015em}
h2{font-size:22px;line-height:30px;letter-spacing:-.01em}
h3{font-size:17px;line-height:24px;font-weight:650;text-wrap:balance}
h3 a{text-decoration:none}h3 a:hover{text-decoration:underline}
h4{margin-top:24px;padding-bottom:8px;border-bottom:1px solid var(--line);font-size:14px;font-weight:650}
.lead{margin-top:6px;color:var(--soft);max-width:40em}
.operation,.group{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,400px);gap:0 48px;padding-block:36px}
.operation{border-top:1px solid var(--line)}#start{border:0;padding-top:40px}
#start>div>p+p{margin-top:12px}
.group{margin-top:28px;padding-top:44px;border-top:1px solid var(--soft);align-items:start}
.group .calls,figure{background:var(--card);border:1px solid var(--line);border-radius:14px}
.group .calls{padding:8px}.group .calls a{padding:4px 8px;border-radius:8px;color:var(--ink)}
.call{margin-top:6px}.call .method{font-size:12px;padding:2px 7px;border-radius:6px;background:var(--neut);margin-inline-end:4px}
.call .post,.call .put{background:var(--post)}.call .delete{background:var(--negt)}
.key{margin-top:8px;color:var(--soft);font-size:14px}
.examples{position:sticky;top:24px;align-self:start;display:grid;gap:14px}
figcaption{padding:9px 16px;border-bottom:1px solid var(--line);color:var(--soft);font-size:13px}
pre{margin:0;padding:14px 16px;font-size:12px;line-height:1.55;white-space:pre-wrap;tab-size:2}
dl>div{padding:11px 0;border-bottom:1px solid var(--line)}dl>div:last-child{border-bottom:0}
dt{color:var(--ink)}dt>code{font-weight:650;font-size:13.5px;margin-inline-end:4px}
dt>span{color:var(--soft);font-size:13px}dt>span+b{margin-inline-start:6px;color:var(--neg);font-size:12px;font-weight:600}.with{margin-bottom:4px}
dd{color:var(--soft);font-size:14px}dd p{margin-top:2px}
small{display:block;font-size:13px;color:var(--soft)}
.in{margin-top:8px;padding-inline-start:14px;border-inline-start:2px solid var(--line)}.in dl>div:first-child{padding-top:2px}.in dl>div:last-child{padding-bottom:2px}
.type,.with{margin-top:8px;color:var(--soft);font-size:14px}
.object{margin-top:8px;border:1px solid var(--line);border-radius:12px}
.object summary{padding:9px 14px;border-radius:12px;cursor:pointer;font-size:14px}.object summary:hover{background:var(--card)}
.object[open] summary{border-bottom:1px solid var(--line);border-radius:12px 12px 0 0}
.object>dl,.object>.with{padding-inline:14px}
.answer{padding-top:10px}.status{display:inline-block;min-width:32px;font-size:13px;font-weight:650}
.answer dt>span+b,.plain dt>span+b{display:none}.answer .status{color:var(--pos)}.answer small{margin-inline-start:36px}
.refusals{display:flex;flex-wrap:wrap;gap:4px 18px;margin-top:16px;font-size:13px;color:var(--soft)}.refusals .status{min-width:0;margin-inline-end:2px;color:var(--neg)}.refusals a{text-decoration-color:var(--line)}.refusals a:hover{color:var(--ink)}
.plain{margin-top:28px;padding-top:44px;border-top:1px solid var(--soft)}
.plain .object{max-width:760px}.codes{margin-top:18px;max-width:760px}
.codes dt .status{color:var(--neg)}.codes dd{padding-inline-start:36px;color:var(--ink)}.codes dd span{color:var(--soft)}
:target>div>h3,:target>dt{text-decoration:underline;text-underline-offset:4px}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:1100px){
.operation,.group{grid-template-columns:minmax(0,1fr)}.examples,.group .calls{position:static;margin-top:20px}}
@media(max-width:800px){
body{display:block}main{padding-inline:18px}
nav{position:static;height:auto;padding:16px 10px;border:0;border-bottom:1px solid var(--line)}
nav>ul{display:flex;flex-wrap:wrap}nav>ul>li+li{margin:0}nav .calls{display:none}
nav>ul>li>a{padding:6px 8px;font-weight:400}
#start{padding-top:24px}h1{font-size:23px;line-height:30px}
.refusals{gap:8px 16px}}
@media print{nav,.skip{display:none}body{display:block}.examples{position:static}}
`;

/** The whole style of the page; line ends carry nothing here. */
export const style = rules.replaceAll('\n', '');

/** What the content security policy allows as style: this one, and none besides. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
