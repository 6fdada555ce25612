/** How to install. */
export const install = `
.steps{list-style:none;margin:34px 0 0;padding:0;counter-reset:step;border-top:1px solid var(--line)}
.steps>li{position:relative;padding:18px 0 22px 46px;border-bottom:1px solid var(--line);counter-increment:step}
.steps>li:before{content:counter(step);position:absolute;inset-inline-start:0;top:16px;width:28px;height:28px;border:1px solid var(--soft);border-radius:50%;color:var(--soft);font-size:14px;line-height:26px;text-align:center}
.steps>.done:before{content:"✓"/"";border-color:var(--post);background:var(--post);color:var(--pos)}
.steps h2{margin:0;font-size:16px;line-height:24px;font-weight:650}
.steps p{margin-top:6px;max-width:46em;color:var(--soft)}
.steps .more{margin-top:10px}
.state{margin-inline-start:6px;color:var(--soft);font-size:13px;font-weight:400}.done .state{color:var(--pos)}
.refused{margin-top:10px;padding:10px 14px;background:var(--negt);border-radius:10px}.refused summary{display:inline-block;padding:4px 0;text-decoration:underline}
.policy{margin-top:26px}.policy summary{font-size:15px}
.allow{display:flex;flex-wrap:wrap;gap:0 12px;align-items:end;max-width:620px}.allow label{flex:1 1 260px}
dl.reasons{display:block;padding:0;margin-top:8px;border-top:1px solid var(--line)}
.reasons>div{display:grid;grid-template-columns:1fr auto;gap:2px 22px;padding:12px 0;border-bottom:1px solid var(--line)}
.reasons dt{color:var(--ink);font-size:15px}.reasons dd+dd{grid-column:1/-1;color:var(--soft);font-size:14px;max-width:52em}
.reasons code{margin-inline-start:8px;color:var(--soft);font-size:12.5px}
`;
