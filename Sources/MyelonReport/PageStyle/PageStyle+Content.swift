extension PageStyle {
  /// Tables and what stands in their cells.
  static let tables = """
    .table-box{overflow-x:auto;margin:.9em 0 1.4em;max-width:100%}
    table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;width:100%}
    caption{text-align:left;font-weight:600;padding:.3em 0;color:var(--soft);font-size:.82rem}
    th,td{padding:.42em .7em;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
    thead th{border-bottom:2px solid var(--ink);font-size:.8rem;vertical-align:bottom}
    th[scope=row]{font-weight:500}
    td.num{text-align:right;white-space:nowrap}thead th.num{text-align:right}
    td small,th small{color:var(--soft)}
    .timeline td,.timeline th[scope=row]{white-space:nowrap}
    .source{color:var(--soft);font-size:.8rem;min-width:15em;overflow-wrap:anywhere}
    .parameters th[scope=row]{min-width:15em}.parameters code{color:var(--soft);font-size:.78rem}
    .symbol{font-family:var(--serif);font-style:italic;font-weight:600}
    .tag{display:inline-block;font-size:.74rem;padding:.05em .55em;border-radius:99px;border:1px solid var(--rule);\
    background:var(--faint);white-space:nowrap}
    .ev-measured{--ev:var(--a2)}.ev-derived{--ev:var(--a0)}.ev-fitted{--ev:var(--a4)}.ev-assumed{--ev:var(--a1)}
    .tag[class*=ev-]{border-color:var(--ev);color:var(--ev);background:none}
    .counts{display:flex;flex-wrap:wrap;gap:3px;margin:1em 0}
    .count{flex:1 1 9em;background:var(--card);border:1px solid var(--rule);border-top:5px solid var(--ev);\
    padding:.5em .8em;min-width:9em}
    .count b{font:600 1.4rem var(--serif)}.count small{display:block;line-height:1.35}
    .yes{color:var(--yes);font-weight:600;white-space:nowrap}.no{color:var(--no);font-weight:600;white-space:nowrap}
    .strip td.ais{text-align:center;border:2px solid var(--ground);border-radius:6px;min-width:4.4em;\
    background:var(--tone);color:var(--tone-ink)}
    .strip td.ais b{display:block;font:600 1.25rem/1.2 var(--serif)}
    .strip td.ais small{color:inherit}
    .ais-A{--tone:#7a1f3d;--tone-ink:#fff}.ais-B{--tone:#b5492f;--tone-ink:#fff}\
    .ais-C{--tone:#e3a24a;--tone-ink:#2b1a00}.ais-D{--tone:#b9d4c1;--tone-ink:#10301f}\
    .ais-E{--tone:#3f8f7d;--tone-ink:#fff}.ais-open{--tone:var(--faint);--tone-ink:var(--ink)}
    .strip thead th{text-align:center;white-space:nowrap}.strip thead th:first-child{text-align:left}
    .strip{width:auto}
    .tracts{width:auto}.tracts td.bar{position:relative;min-width:var(--bar);width:var(--bar);padding:.3em 0;height:1.9em;vertical-align:middle}
    .tracts td.bar span{position:relative;z-index:1;padding:0 .35em;font-size:.78rem;display:block}
    .tracts td.bar i{position:absolute;top:calc(50% - .8em);height:1.6em;background:var(--arm);opacity:.38}
    .tracts td.right span{text-align:right}.tracts td.right i{right:0}
    .tracts td.left{border-left:2px solid var(--ink)}.tracts td.left i{left:0}
    .tracts td.left+td.right{border-left:18px solid transparent;background-clip:padding-box}
    .tracts thead th.right{text-align:right}
    .tracts th[scope=row]{min-width:11em}
    .ranges{width:auto;min-width:60%}.ranges td.range{min-width:var(--range,260px);padding:.3em .4em}
    .ranges svg{width:100%;height:18px;display:block}.ranges rect{fill:var(--a0);opacity:.35}.ranges line{stroke:var(--a0);stroke-width:2}
    """

  /// Slices and charts.
  static let figures = """
    figure{margin:1em 0}
    figcaption{font-size:.84rem;color:var(--soft);max-width:90ch}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.35em 1.3em;padding:0;margin:1em 0;font-size:.84rem}
    .legend i{display:inline-block;width:1.05em;height:1.05em;border-radius:3px;margin-right:.45em;\
    vertical-align:-.15em;border:1px solid #8886}
    .visits{display:grid;grid-template-columns:repeat(auto-fit,minmax(96px,1fr));gap:6px 8px;margin:.4em 0}
    .visit{margin:0;text-align:center}.visit>figcaption{font-weight:600;color:var(--ink);font-size:.82rem}
    .visit svg{width:100%;max-width:190px;height:auto;display:block;margin:0 auto}
    .visit text{font:10px var(--sans);fill:var(--soft)}
    .visit line.tick{stroke:var(--soft);stroke-width:.7}
    .visit line.epicentre{stroke:var(--ink);stroke-width:.8;stroke-dasharray:3 2;opacity:.75}
    .visit line.scale{stroke:var(--ink);stroke-width:2}
    .panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,310px),1fr));gap:18px 22px}
    .panels.single{grid-template-columns:minmax(0,640px)}.panel{margin:0;min-width:0}.panel>figcaption{color:var(--ink);font-size:.9rem;margin-bottom:.1em}
    .panel>figcaption span{color:var(--soft)}
    .chart{width:100%;height:auto;display:block}
    .chart text{font:10.5px var(--sans);fill:var(--soft)}.chart text.letter{font-style:italic;font-family:var(--serif)}
    .chart .grid{stroke:var(--rule);stroke-width:.8}.chart .tick{stroke:var(--soft);stroke-width:.8}
    .chart .band{fill:var(--band);opacity:.24}.chart .band.box{opacity:.34}
    .line{fill:none;stroke:var(--arm);stroke-width:1.9;stroke-linejoin:round}
    .dot{fill:var(--arm)}.whisker{stroke:var(--arm);stroke-width:1.2}
    .published{fill:var(--ground);stroke:var(--arm);stroke-width:1.5}
    .panel .live{height:0;padding-bottom:57.65%;position:relative}
    .panel .live>div{position:absolute!important;inset:0}
    .panel.enhanced .static{display:none}
    .sources{list-style:none;padding:0;margin:.1em 0 0;font-size:.76rem;line-height:1.4;color:var(--soft)}
    .sources i{font-family:var(--serif);color:var(--ink)}.sources b{color:var(--ink);font-weight:600;border-bottom:3px solid color-mix(in srgb,var(--band) 45%,transparent)}
    .switch{border:0;padding:0;margin:1em 0;font-size:.9rem;display:flex;flex-wrap:wrap;gap:.2em 1em}
    .switch legend{float:left;padding:0;margin-right:1em;color:var(--soft)}
    .on-linear{display:none}
    body:has(#axis-linear:checked) .on-log{display:none}body:has(#axis-linear:checked) .on-linear{display:block}
    """

  /// The interactive viewer and the worksheets' paper.
  static let viewer = """
    .viewer-bar{display:flex;flex-wrap:wrap;gap:.5em 1.2em;align-items:center;font-size:.88rem;margin:.4em 0}
    .viewer-bar select,.viewer-bar input{font:inherit;color:inherit;background:var(--card);\
    border:1px solid var(--rule);border-radius:5px;padding:.2em .4em;max-width:100%}
    .viewer-bar output{display:inline-block;min-width:6em}
    .viewer-stage{position:relative;height:min(72vh,620px);background:#0d0f11;border-radius:8px;overflow:hidden}
    .viewer-stage canvas{width:100%;height:100%;display:block}
    .viewer-mark{position:absolute;transform:translate(-50%,-50%);color:#ffd65c;font:600 13px var(--sans);\
    text-shadow:0 0 3px #000,0 0 3px #000;pointer-events:none}
    #viewer-status{position:absolute;inset:auto 0 0 0;margin:0;padding:.5em 1em;color:#dfe3e8;background:#000a;\
    max-width:none;font-size:.85rem}
    #viewer-status:empty{display:none}
    details.sheet{margin:.1em 0}details.sheet[open]{margin:.6em 0}
    .paper{overflow-x:auto;background:#fff;color:#1c2733;border:1px solid var(--rule);border-radius:8px;\
    padding:0 6px;color-scheme:light}
    .paper .isncsci-sheet{border:0}
    """
}
