/// Rules of the pages of cohorts and trials: worlds, flow chart, people, spreads.
enum TrialStyle {
  /// All rules; they build on those of patients' pages.
  static let all = """
    .verdict.same{--mark:var(--warn-rule)}.verdict.alike,.verdict.blind{--mark:var(--warn-rule)}.verdict.benefit{--mark:var(--yes)}\
    .verdict.harm{--mark:var(--no)}
    .world{white-space:nowrap;font-size:.86em}
    .world i{display:inline-block;width:1.5em;height:.8em;margin-right:.45em;vertical-align:-.05em;border-radius:2px}
    .world.modelled i{background:var(--a0)}.world.nothing i{border:2px dashed var(--a1)}
    .world-bars table{max-width:860px}.world-bars th,.world-bars td{vertical-align:middle;padding:.22em .6em}
    .world-bars tbody tr:not(.again) th,.world-bars tbody tr:not(.again) td{border-top:1px solid var(--rule)}
    .world-bars tbody td,.world-bars tbody th{border-bottom:0}
    .world-bars th[scope=rowgroup]{font-weight:500;min-width:6.5em}
    .world-bars td.bar{width:42%;min-width:96px}.duo>div,.duo>figure{min-width:0}.world-bars td.num{min-width:7em}
    td.bar svg{width:100%;height:16px;display:block}
    td.bar rect,.nature rect{fill:var(--a0)}td.bar rect.track,.nature rect.track{fill:var(--faint)}
    td.bar rect.modelled{fill:var(--a0)}
    td.bar rect.nothing{fill:var(--a1);fill-opacity:.16;stroke:var(--a1);stroke-width:1.6;stroke-dasharray:5 3;\
    vector-effect:non-scaling-stroke}
    td.bar rect.reach,.nature rect.reach{fill:var(--ink);opacity:.75}
    .nature{width:100%;max-width:860px}.nature td,.nature th{vertical-align:middle}
    .nature td.range{width:44%;--range:130px}.nature rect{opacity:.42}.nature rect.whole{opacity:.8}.nature rect.track{opacity:1}
    .nature line{stroke:var(--ink);stroke-width:1.4;vector-effect:non-scaling-stroke}
    .nature line.target{stroke:var(--no);stroke-width:2;stroke-dasharray:4 3}
    .spread{max-width:560px;margin:1em 0}
    .spread .steps{stroke-width:1.6;stroke-linejoin:round}
    .spread .steps.modelled{fill:var(--a0);fill-opacity:.32;stroke:var(--a0)}
    .spread .steps.nothing{fill:none;stroke:var(--a1);stroke-width:2;stroke-dasharray:5 3}
    .spread line.mark{stroke:var(--ink);stroke-width:1.2}.spread line.mark.truth{stroke:var(--yes);stroke-width:2;stroke-dasharray:2 2}
    .chart text.mark{fill:var(--ink);font-weight:600}
    .flow{list-style:none;padding:0;margin:1em 0;max-width:860px}
    .flow>li{position:relative;border:1px solid var(--rule);border-radius:7px;background:var(--card);padding:.55em .9em}
    .flow>li.step{width:fit-content;min-width:15em;max-width:100%;border-width:2px;border-color:var(--soft)}
    .flow>li.step b{font:600 1.35rem var(--serif)}.flow>li.last{border-color:var(--yes)}
    .flow>li.out{margin:.5em 0 .5em 3.4em;background:var(--faint)}
    .flow>li.out::before{content:"";position:absolute;left:-2.1em;top:-.55em;bottom:-.55em;border-left:2px solid var(--soft)}
    .flow>li.out::after{content:"";position:absolute;left:-2.1em;top:1.25em;width:2em;border-top:2px solid var(--soft)}
    .flow>li.step+li.step{margin-top:1.3em}
    .flow>li.step+li.step::before{content:"";position:absolute;left:1.2em;top:-1.4em;height:1.3em;border-left:2px solid var(--soft)}
    .flow ul{list-style:none;padding:0;margin:.4em 0 0;font-size:.9rem}.flow ul li{margin:.3em 0}.flow li.idle{color:var(--soft)}
    .people{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:8px 30px}
    .people figure{margin:.4em 0}.people td,.people th{padding:.12em .5em;border-bottom:0;vertical-align:middle}
    .people thead{display:none}.people th{font-weight:500;white-space:nowrap;width:6.4em}.people td.num{width:6.4em;line-height:1.25}
    .people figcaption b{color:var(--ink);font-size:.95rem}
    td.bar rect.all{fill:var(--a0);opacity:.38}td.bar rect.only{fill:var(--a0);opacity:.7}td.bar rect.chosen{fill:var(--ink);opacity:.85}
    .swatch.all{background:var(--a0);opacity:.38}.swatch.chosen{background:var(--ink);height:.35em;vertical-align:.15em}
    .characteristics{width:auto;min-width:min(100%,720px)}.characteristics th.group{padding-top:1.1em;font-family:var(--serif);\
    font-size:1rem}.characteristics th[scope=row]{min-width:10em}
    .stages{padding-left:1.9em}.stages>li::marker{font:600 1.1rem var(--serif)}.stages h3{margin-top:.6em}
    .design{width:auto}
    .left-out li{margin:.35em 0;max-width:82ch}
    .courses path{fill:none;stroke:var(--arm);stroke-width:2;stroke-linejoin:round}
    .courses line.reach{stroke:var(--arm);stroke-width:1.2;opacity:.7}.courses circle{fill:var(--arm)}
    .courses text.number{font-weight:700;fill:var(--ink)}
    @media (max-width:560px){.flow>li.out{margin-left:2.2em}.flow>li.out::before,.flow>li.out::after{left:-1.4em}\
    .flow>li.out::after{width:1.3em}.world-bars th,.world-bars td{padding:.2em .35em}.world-bars td.bar{min-width:76px}\
    .world-bars td.num{min-width:4.6em}.world-bars td.num small,.characteristics td.num small,.nature td.num small{display:block}\
    .spread .chart text{font-size:12.5px}}
    @media print{.flow>li,.people figure,.spread,.world-bars{break-inside:avoid}.people{grid-template-columns:1fr 1fr}\
    .duo{grid-template-columns:1fr 1fr}}
    """
}
