import { createHash } from 'node:crypto';

/**
 * One card, and nothing else. Colours and measures are those of the prompt. Phones are old: what they may not know
 * (`:has`, `text-wrap`) only adds.
 */
const rules = `
:root{color-scheme:light dark;--ink:#1b1d22;--soft:#5d636f;--line:#e4e6eb;--card:#fff;--page:#f7f7f5;--hover:#f2f3f5;
--pos:#0b6b5a;--post:#d9f0ea;--neu:#4c5361;--neut:#e8eaee;--neg:#9c3512;--negt:#fde5db}
@media(prefers-color-scheme:dark){:root{--ink:#eceef2;--soft:#a2a8b4;--line:#31353e;--card:#1d2026;--page:#14161a;--hover:#282b32;
--pos:#6fd3bd;--post:#173a34;--neu:#b4bac6;--neut:#2c3038;--neg:#ffab8a;--negt:#46251a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;align-items:center;padding:max(32px,14vh) 16px 32px;background:var(--page);color:var(--ink);font:16px/1.45 system-ui,sans-serif;overflow-wrap:break-word;word-break:keep-all}
h1,h2,p{margin:0}
h1,h2,b{font-weight:650}
main{width:100%;max-width:440px;padding:28px 28px 24px;background:var(--card);border:1px solid var(--line);border-radius:22px;box-shadow:0 12px 36px -12px #0f121a24}
.site{margin-bottom:6px;color:var(--soft);font-size:14px;line-height:20px}
h1{font-size:21px;line-height:28px;letter-spacing:-.01em;text-wrap:balance;overflow-wrap:anywhere}
h2{margin-top:26px;color:var(--soft);font-size:14px;line-height:20px;font-weight:400;text-align:center}
.pos{--feel:var(--pos);--tint:var(--post)}.neu{--feel:var(--neu);--tint:var(--neut)}.neg{--feel:var(--neg);--tint:var(--negt)}
.face{display:block;flex:none;width:52px;height:52px;fill:none;stroke:var(--feel);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.face .dot{fill:var(--feel);stroke:none}.face .disc{fill:var(--tint);stroke:none}
button,nav a{font:inherit;color:inherit;cursor:pointer;-webkit-tap-highlight-color:transparent}
.faces,.ratings{display:grid;gap:4px}
.faces{grid-template-columns:repeat(3,1fr);margin:18px -12px 0}
h2+.faces{margin-top:10px}
.faces button,.strengths button{display:flex;flex-direction:column;align-items:center;min-width:0;padding:12px 2px 10px;border:1px solid transparent;border-radius:14px;background:none;font-size:14px;line-height:18px;text-align:center}
.faces .face{margin-bottom:7px}
.faces button:hover,.ratings button:hover{background:var(--hover)}
.faces button:active,.ratings button:active{background:var(--neut)}
.faces span,.strengths span{max-width:100%}
.faces [aria-current]{border-color:var(--soft);background:var(--hover)}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.chosen{display:flex;flex-direction:column;align-items:center;gap:10px;margin-top:22px;font-size:17px}
.chosen .face{width:88px;height:88px}
.send{min-height:48px;padding:10px 26px;border:0;border-radius:14px;background:var(--ink);color:var(--card);font-weight:600}
.send:hover{opacity:.88}
form>.send{display:block;width:100%;margin-top:18px}
.step h1{display:flex;align-items:center;gap:14px;min-height:52px}
.strengths{display:flex;margin:20px -12px 0}
.strengths button{flex:1 1 auto;min-width:44px;padding:8px 2px;color:var(--soft);font-size:13px;line-height:17px}
.strengths svg{margin-bottom:8px;overflow:visible}
circle{fill:var(--tint);stroke:var(--feel);stroke-width:1.7}
.face circle{stroke:none}
.strengths button:hover circle,.strengths [aria-current] circle{fill:var(--feel)}
.strengths button:has(~:hover) circle,.strengths button:has(~[aria-current]) circle{fill:var(--feel);fill-opacity:.35}
.strengths button:hover,.strengths [aria-current]{color:var(--ink)}
.ratings{margin-top:20px;gap:6px}
.csat{grid-template-columns:repeat(5,1fr)}.ces{grid-template-columns:repeat(7,1fr)}.nps{grid-template-columns:repeat(6,1fr)}
.ratings button{min-width:0;min-height:48px;padding:0;border:1px solid var(--line);border-radius:12px;background:none;font-variant-numeric:tabular-nums}
.ratings [aria-current]{border-color:var(--feel);background:var(--tint);color:var(--feel);font-weight:650}
.ends{display:flex;justify-content:space-between;gap:20px;margin-top:8px;color:var(--soft);font-size:13px;line-height:18px}
.ends :last-child{text-align:end}
.hint{color:var(--soft);font-size:13px;line-height:18px;margin-top:8px}
.hint[role]{color:var(--neg);font-weight:650}
.reasons{position:relative;display:flex;flex-wrap:wrap;gap:8px;margin-top:16px}
.reasons input{position:absolute;opacity:0;width:1px;height:1px}
.reasons label{display:flex;align-items:center;min-height:44px;padding:8px 16px;border:1px solid var(--line);border-radius:22px;font-size:15px;line-height:20px;cursor:pointer;overflow-wrap:anywhere}
.reasons label:hover{background:var(--hover)}
.reasons :checked+label{border-color:var(--feel);background:var(--tint);color:var(--feel);-webkit-text-stroke:.4px}
.reasons :focus-visible+label{outline:2px solid var(--ink);outline-offset:2px}
.reasons:has(:checked~:checked~:checked) input:not(:checked)+label{border-style:dashed;color:var(--soft);pointer-events:none}
.over{display:block;margin-top:20px;font-size:14px;line-height:20px;color:var(--soft)}
textarea{display:block;width:100%;margin-top:16px;padding:12px 14px;border:1px solid var(--soft);border-radius:12px;background:none;color:inherit;font:inherit;resize:vertical}
.over+textarea{margin-top:6px}
nav{display:flex;align-items:center;justify-content:space-between;gap:12px;margin:18px -12px -10px}
nav .send{margin-inline:auto 12px}
nav a{display:flex;align-items:center;min-height:44px;padding:0 12px;border-radius:12px;color:var(--soft);font-size:14.5px;text-decoration:none}
nav a:hover{color:var(--ink)}
.skip{margin-inline-start:auto}
.back::before{content:"‹";content:"‹" / "";padding-inline-end:8px;font-size:18px;line-height:1}
.step .thanks{flex-direction:column;padding-block:18px 0;text-align:center}
.thanks .face{width:88px;height:88px}
.close{margin-top:8px;color:var(--soft);text-align:center}
.close+nav{justify-content:center}
.notice{padding-block:6px}
.notice p{margin-top:8px;color:var(--soft)}
@media(max-width:480px){
body{padding:max(20px,env(safe-area-inset-top)) 20px max(24px,env(safe-area-inset-bottom));background:var(--card)}
main{padding:0;border:0;border-radius:0;box-shadow:none}
.strengths button{font-size:12px}
.nps{gap:4px;margin-inline:-10px}
.ces{gap:0;margin-inline:-16px}.ces button{border-radius:0;margin-inline-end:-1px}
.ces :first-child{border-start-start-radius:12px;border-end-start-radius:12px}.ces :last-child{border-start-end-radius:12px;border-end-end-radius:12px;margin:0}}
@media(forced-colors:active){
.face,circle{stroke:CanvasText}.face .dot{fill:CanvasText}.face .disc,circle{fill:Canvas}.face .disc{stroke:CanvasText;stroke-width:1}
.strengths [aria-current] circle{fill:Highlight}
.reasons :checked+label,.ratings [aria-current],.faces [aria-current]{forced-color-adjust:none;background:Highlight;color:HighlightText}
.send{border:1px solid}}
`;

/** The whole style of these pages; line ends carry nothing here. */
export const style = rules.replaceAll('\n', '');

/** What the content security policy allows as style. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
