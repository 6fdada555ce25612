/** A touchpoint’s settings. */
export const settings = `
.crumb{margin-top:22px;color:var(--soft)}.crumb+h1{margin-top:4px}
.done{margin-top:14px;padding:10px 14px;background:var(--post);border-radius:10px}
.note ul{padding-inline-start:20px}.note .said{border:0;padding:8px 0 0}
.heard{margin-top:18px;padding:16px 18px;border:1px dashed var(--soft);border-radius:14px;max-width:46em}
.heard form{display:flex;flex-wrap:wrap;gap:0 12px;align-items:end}.heard label{flex:1 1 200px}
.quiet-do{margin-top:12px;padding:9px 16px;border:1px solid var(--soft);border-radius:10px;background:none;color:inherit;font-weight:600}
select,textarea{display:block;width:100%;margin-top:4px;padding:9px 12px;font:inherit;font-size:16px;color:var(--ink);background:var(--page);border:1px solid var(--soft);border-radius:10px}
select{padding-inline-end:6px;text-overflow:ellipsis}
.settings{display:grid;grid-template-columns:minmax(0,1fr) 376px;gap:0 56px;align-items:start}
.settings fieldset,.after{margin:34px 0 0;padding:26px 0 0;border:0;border-top:1px solid var(--line);min-width:0}
.settings>div>fieldset:first-of-type{border:0;margin-top:8px}
legend{float:inline-start;width:100%;padding:0;margin-bottom:6px;font-size:16px;font-weight:650}
legend+*{clear:both}
h2{font-size:16px;font-weight:650}
.hint{color:var(--soft);font-size:13px;margin-top:4px;max-width:46em}
.field>.hint{margin-top:3px}
.wrong{color:var(--neg);font-size:13px;margin-top:4px}.wrong::before{content:"! ";font-weight:700}
[aria-invalid]{border-color:var(--neg);border-width:2px}
.two{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,210px),1fr));gap:0 18px;align-items:start}
.tick,.set{display:flex;gap:10px;align-items:center;margin-top:12px;font-size:15px;color:inherit;cursor:pointer}
.set{align-items:baseline}.set b{font-weight:500}
.tick input,.set input{flex:none;width:18px;height:18px;margin:0;accent-color:var(--ink)}.set input{translate:0 3px}
.own{display:none;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:0 12px;margin:2px 0 0 28px}
fieldset:has([value=own]:checked) .own{display:grid}
@supports not selector(:has(*)){.own{display:grid}}
.settings .line{display:grid;grid-template-columns:repeat(auto-fill,minmax(130px,1fr));gap:0 12px;margin-top:12px;padding-top:12px;align-items:start}
.line legend{font-size:13px;font-weight:400;color:var(--soft);grid-column:1/-1}.line label{margin-top:2px}.line legend{margin:0}.settings .line{border-top-color:transparent}
.settings .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,200px),1fr));gap:0 12px;margin-top:8px;align-items:center;justify-items:stretch}
.pair .wrong{grid-column:1/-1}.pair .link{justify-self:start;margin-top:4px}
.settings>div .link{margin-top:12px;color:var(--soft);font-size:14px}
.settings details{border-bottom:1px solid var(--line);padding:10px 0}.settings details[open]{padding-bottom:18px}
.settings summary .hint{margin-inline-start:8px}
.save{position:sticky;bottom:0;z-index:1;display:flex;flex-wrap:wrap;gap:0 16px;align-items:center;margin-top:34px;padding:12px 0 14px;background:var(--page);border-top:1px solid var(--line)}
.save .do{margin:0}
.see{position:sticky;top:20px;margin-top:30px}
.see label{margin-top:0}.see .two{grid-template-columns:1fr 1fr}
.frame{height:560px;margin-top:12px;overflow:hidden;border:1px solid var(--line);border-radius:18px}
.frame iframe{display:block;width:100%;height:100%;border:0}
.see:has([value=computer]:checked) .frame{height:390px}
.see:has([value=computer]:checked) iframe{width:170%;height:170%;transform:scale(.588);transform-origin:0 0}
@media(scripting:none){.frame,.see .two,.see [role=status]{display:none}}
.said{display:block;padding:8px 0 0;max-width:720px}
.said div{display:grid;grid-template-columns:minmax(120px,2fr) 5fr;gap:4px 20px;padding:10px 0;border-bottom:1px solid var(--line)}
.said dd{white-space:pre-line}
.both{max-width:none}.both div{grid-template-columns:minmax(110px,1fr) 3fr 3fr}.both div:last-child{border:0}
.after ul,ul.lead{padding-inline-start:18px}.after li,.lead li{margin-top:6px}.after .hint{margin-top:14px}
form.small{max-width:440px}.small .do{margin-inline-end:12px}
.inline{display:inline}
.host{min-height:100vh;margin:0;padding:22px 20px;max-width:none!important}
.host button{padding:5px 11px;font-size:13px;font-weight:400}
.host i{display:block;height:11px;margin-bottom:12px;border-radius:6px;background:var(--line);width:88%}
.host i:first-child{width:46%;height:18px}.host i:last-child{width:64%}
@media(max-width:940px){.settings{display:block}.save .hint{display:none}.see{position:static;border-top:1px solid var(--line);padding-top:22px}.said div{display:block}}
@media print{.see,.save,.settings .link{display:none}.settings{display:block}}
`;
