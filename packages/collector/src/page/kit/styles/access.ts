/** Who may see; lists of things that something can be done with. */
export const access = `
.apart{margin-top:44px}
.apart h2,.secret h2{margin:0;font-size:16px;line-height:24px;font-weight:650}
.apart .head{border:0;padding:0;margin:0}.apart .head h2{margin-inline-end:auto}
.rows{list-style:none;margin-top:8px;border-top:1px solid var(--line)}
.rows>li{display:flex;flex-wrap:wrap;gap:4px 22px;align-items:baseline;padding:13px 0;border-bottom:1px solid var(--line)}
.rows>li>div{flex:1 1 300px}
.rows b{font-weight:650}
.rows .link,.rows summary,.after .link{font-size:14px;color:var(--soft)}
.rows .link:hover,.rows summary:hover{color:var(--ink)}
.rows summary{list-style:none;text-decoration:underline;text-decoration-color:var(--soft);text-underline-offset:3px}
.rows .link.neg{color:var(--neg)}
.rows+form{margin-top:14px;font-size:14px;color:var(--soft)}
.rows+.more,.more+.more{margin-top:14px}
.more>.rows li{padding-block:9px;color:var(--soft)}
.tag{margin-inline-start:8px;color:var(--soft);font-size:13px}
.narrow{max-width:440px}
.tick{display:flex;gap:10px;align-items:baseline;color:var(--ink);font-size:15px}
.tick input{flex:none;width:auto;margin:0}
fieldset{margin:16px 0 0;padding:0;border:0}
legend{padding:0;color:var(--soft);font-size:13px}
.secret{margin-top:24px;padding:18px 20px;border:1px solid var(--pos);border-radius:14px}
.what{margin-top:14px}
.shared form,.shared .menu{display:none}
`;
