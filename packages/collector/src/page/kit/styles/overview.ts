/** A dot of the journey has this much room at least; with more dots it scrolls inside. */
const dotRoom = 92;
const widths = [4, 5, 6, 7, 8, 9, 10, 11, 12].map((dots) => `.wide-${dots}{min-width:${dots * dotRoom}px}`).join('');

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
.chips a,.chips li>bdi{display:block;padding:4px 10px;border:1px solid var(--line);border-radius:99px;background:var(--card);color:var(--ink);text-decoration:none}
.chips a:hover{border-color:var(--soft)}
main>.filters{margin-top:24px;min-height:34px}
.filters+table{margin-top:14px}
thead a{text-decoration:none}thead a:hover{color:var(--ink)}
thead [aria-sort] a{color:var(--ink)}
thead [aria-sort] a::after{content:" ↓"}thead [aria-sort=ascending] a::after{content:" ↑"}
thead .bar a{display:block}
.to{text-decoration:none}.to:hover{text-decoration:underline;text-decoration-color:var(--soft)}
.bar{width:27%}.feel{width:18%}.ans{width:104px}.went{width:166px;padding-inline-start:34px!important}
.says{font-size:13px;line-height:19px}.thin .sure details{margin-top:-2px}
.ranking tbody>tr:only-child>*{padding-bottom:12px}
.spark{display:block;overflow:visible;fill:none;stroke:var(--soft);stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}
.spark circle{fill:currentColor;stroke:none}
.pick .csv{margin-inline-start:auto}
h2{font-size:16px;line-height:24px;font-weight:650;margin-top:52px}
.small{color:var(--soft);font-size:13px;max-width:60em}
.scroll{overflow-x:auto;margin-top:16px;border-radius:14px}
.way{display:block;width:100%;overflow:visible}
.way .field{fill:light-dark(#f0f0ee,#1b1d22);stroke:var(--page);stroke-width:6}
.way .zero{stroke:var(--soft);stroke-opacity:.35;stroke-dasharray:2 4}
.way .path{stroke:var(--soft);stroke-width:1.5}
.way text{font-size:14px;fill:var(--ink)}
.way .stage,.way .silent text{font-size:13px;fill:var(--soft)}
.way circle{fill:currentColor}
.way .reach{stroke:currentColor;stroke-width:2}
.way .value,.way .silent text{paint-order:stroke;stroke:light-dark(#f0f0ee,#1b1d22);stroke-width:4px;stroke-linejoin:round}
.way .silent circle{fill:var(--page);stroke:var(--soft);stroke-dasharray:2.5 2.5}
.stops{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);list-style:none;margin:6px 0 0;padding:0;text-align:center;font-size:14px;line-height:19px}
.stops li{padding-inline:6px}.stops .silent{color:var(--soft);font-size:13px}
.scroll+.small{margin-top:12px}
.plain{margin-top:12px;table-layout:auto;font-size:14px}
.plain tbody>tr:first-child{height:auto}.plain td,.plain tbody th{padding:7px 12px 7px 0!important;border-bottom:1px solid var(--line)}
.plain th[scope=row]{font-size:14px}
.voices{list-style:none;margin-top:14px;border-top:1px solid var(--line)}
.voices li{display:grid;grid-template-columns:26px 1fr auto;gap:2px 14px;padding:13px 0;border-bottom:1px solid var(--line)}
.voices p{max-width:46em}.voices q{quotes:auto}
${widths}
`;
