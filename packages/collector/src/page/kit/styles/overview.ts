/** The overview, and what chooses its answers. */
export const overview = `
.filters{display:flex;flex-wrap:wrap;align-items:center;gap:6px 14px;font-size:13px;color:var(--soft)}
.filters .menu{position:relative}
.filters summary{display:inline-block;padding:6px 12px;margin-inline-start:-12px;border-radius:10px;list-style:none;color:var(--soft)}
.filters summary::after{content:"";display:inline-block;width:5px;height:5px;margin:0 0 3px 8px;border:solid;border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
.filters form{position:absolute;inset-inline-start:-12px;z-index:1;width:290px;padding:6px 18px 18px;background:var(--card);border:1px solid var(--line);border-radius:14px;box-shadow:0 8px 30px #0002}
select{display:block;width:100%;margin-top:4px;padding:9px 10px;font:inherit;font-size:16px;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:10px}
.check{display:flex;gap:9px;align-items:baseline;color:var(--ink);font-size:14px}
.check input{width:auto;margin:0;accent-color:var(--pos)}
.chips{display:flex;flex-wrap:wrap;gap:6px;list-style:none}
.chips a{display:block;padding:4px 10px;border:1px solid var(--line);border-radius:99px;background:var(--card);color:var(--ink);text-decoration:none}
.chips a:hover{border-color:var(--soft)}
`;
