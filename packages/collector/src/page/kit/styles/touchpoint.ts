/** What only the page of a touchpoint has. */
export const touchpoint = `
.crumbs{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:13px;color:var(--soft);margin-top:8px}
.crumbs a:first-child::before{content:'← '}
main>.more:first-of-type{margin-top:10px}
.quietnote{background:var(--neut)}
h3{font-size:15px;font-weight:650;margin:0}
.topic{margin-top:52px}
.head{display:flex;align-items:baseline;gap:16px;border-bottom:1px solid var(--line);padding-bottom:8px;margin-bottom:14px}
.head h2{margin:0;font-size:17px;font-weight:650;letter-spacing:-.01em;margin-inline-end:auto}
.head a{font-size:13px;color:var(--soft);white-space:nowrap}
.legend{font-size:13px;color:var(--soft);margin-top:8px;max-width:52em}
.beside{display:inline}
.trend{margin:10px 0 18px;display:grid;grid-template-columns:42px minmax(0,1fr)}
.trend figcaption{grid-column:1/-1;font-size:13px;color:var(--soft);margin-bottom:6px}
.plot{display:block;width:100%;overflow:visible}
.trend text{font-size:12px;fill:var(--soft)}
.tight{display:none}
@media(max-width:480px){.roomy{display:none}.tight{display:inline}}
.rule{stroke:var(--line)}
.band{fill:light-dark(#dfe3ea,#343a45)}
.curve{fill:none;stroke:var(--ink);stroke-width:1.75;stroke-linejoin:round;vector-effect:non-scaling-stroke}
.point{fill:var(--ink)}
line.mark{stroke:var(--ink);stroke-dasharray:2 3}
.trend text.mark{fill:var(--ink);font-weight:650}
.actions{margin-top:22px}
.actions ol{margin:8px 0 0;padding-inline-start:1.5em}
.actions li>*{vertical-align:baseline}.actions li{padding-block:3px}
.actions li form{display:inline;margin-inline-start:12px;font-size:13px;color:var(--soft)}
.actions time{color:var(--soft);margin-inline-end:6px}
.noting{display:flex;flex-wrap:wrap;gap:0 14px;align-items:end;max-width:46em}
.noting .wide{flex:1 1 240px}
.slide{overflow-x:auto;margin-top:10px}
table.figs{overflow-wrap:normal;display:table;margin:0;table-layout:auto;min-width:100%;width:auto}
.figs thead{display:table-header-group}
.figs tbody{display:table-row-group;padding:0;border:0}
.figs thead th{padding:6px 12px 6px 0;white-space:nowrap}
.figs tbody>tr,.figs tbody>tr:first-child{display:table-row;height:auto}
.figs.figs tr>*{padding:7px 12px 7px 0!important;vertical-align:middle;border-top:1px solid var(--line);white-space:nowrap}
.figs tbody th{font-size:14px;color:var(--ink);position:sticky;inset-inline-start:0;background:var(--page)}
.figs.figs tr>:last-child{padding-inline-end:4px!important}
.figs.figs thead tr>*{border-top:0}
.figs .num{text-align:end}
.figs tfoot *{color:var(--soft)}
.figs small{display:inline}
.figs.figs tr>.plotcell{width:34%;min-width:110px;padding-inline-start:12px!important}
.plotcell .axis{font-size:11px;display:block}
.felt{display:inline-flex;align-items:center;gap:8px}
.felt .face{width:22px;height:22px}
.figs.figs tr>.heat,.figs.figs tr>.none{min-width:64px;padding-inline-end:12px!important}
.none{color:var(--soft)}
.heat{color:var(--ink)}
.heat.pos{--t:var(--pos)}.heat.neg{--t:var(--neg)}.heat.neu{--t:var(--neu)}
.h1{background:color-mix(in srgb,var(--t) 7%,transparent)}.h2{background:color-mix(in srgb,var(--t) 14%,transparent)}
.h3{background:color-mix(in srgb,var(--t) 22%,transparent)}.h4{background:color-mix(in srgb,var(--t) 30%,transparent)}
.h5{background:color-mix(in srgb,var(--t) 38%,transparent)}
.chart.thinbar{height:8px}.chart .z{fill:var(--neu)}
.bars,.plainlist,.comments{list-style:none}
.bars{columns:2;column-gap:48px}
.bars li{break-inside:avoid;padding-block:7px}
.bars .name{display:flex;justify-content:space-between;gap:12px;margin-bottom:4px}
.plainlist{margin-top:8px}.plainlist li{padding-block:3px}
.duo{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 56px}
.chain{display:flex;flex-wrap:wrap;gap:4px 0;list-style:none;margin:10px 0 0;padding:0;color:var(--soft)}
.chain li+li::before{content:'→';margin-inline:10px}
.chain b{color:var(--ink)}
.chart.fates{height:14px;margin-top:16px}
.f-answered{fill:var(--pos);--k:var(--pos)}.f-rated{fill:var(--neu);--k:var(--neu)}
.f-abandoned{fill:light-dark(#b98a2e,#d9b25f);--k:light-dark(#b98a2e,#d9b25f)}.f-dismissed{fill:var(--neg);--k:var(--neg)}
.f-unmoved{fill:light-dark(#cfd3da,#454b57);--k:light-dark(#cfd3da,#454b57)}
.key{display:inline-block;width:10px;height:10px;border-radius:3px;background:var(--k);margin-inline-end:6px}
.segment{margin-top:26px}
.segment a[aria-current]{font-weight:650}
.mix .figs tbody th{background:none}.mix .more{margin-top:6px}.mix .slide{margin-top:4px}
.tools{display:flex;flex-wrap:wrap;gap:10px 24px;align-items:center;justify-content:space-between;margin-top:10px}
.tools .pick{margin:0}
.search{display:flex;gap:8px;align-items:center}
.search input{margin:0;padding:6px 12px;font-size:15px;width:240px;background:var(--card)}.search .do{margin:0;padding:7px 14px}
.comments{margin-top:14px}
.comments li{display:grid;grid-template-columns:26px minmax(0,1fr) auto;gap:2px 14px;padding-block:12px;border-top:1px solid var(--line)}
.comments .words{white-space:pre-line}
.comments time{font-size:13px;color:var(--soft);white-space:nowrap}
@media(min-width:941px){.segment>.slide>.figs{table-layout:fixed}.segment thead th:first-child{width:21%}}
@media(max-width:640px){.segment>.slide>.figs thead th{white-space:normal;vertical-align:bottom}.segment>.slide>.figs .plotcell{display:none}.segment .figs .beside{display:block}.segment .figs.figs tr>*{padding-inline-end:9px!important}}
@media(max-width:940px){.duo{display:block}.bars{columns:1}.comments time{grid-column:2}.tools{align-items:start;flex-direction:column}.search{width:100%}.search input{flex:1;width:0}}
@media print{.crumbs,.filters,.tools,.noting,.head a,.actions form,.comments+.pick{display:none}.topic{break-inside:avoid-page}.slide{overflow:visible}}
`;
