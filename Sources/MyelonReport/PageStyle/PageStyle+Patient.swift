extension PageStyle {
  /// Fits and forecasts of one subject: refusal, ranges, fans, bars of grades and of arms.
  static let patient = """
    .top .notice{margin-top:1.2em}.top .notice ul{margin:.3em 0;padding-left:1.3em}
    .refused{border:2px solid var(--no);border-radius:8px;padding:.9em 1.2em;margin:1.2em 0;background:var(--card)}
    .refused h2{color:var(--no);font-size:1.35rem;margin:0 0 .3em}.refused ul{margin:.4em 0 0}
    .ranges.fit,.ranges.posterior{width:100%;--range:170px}.ranges th[scope=row]{min-width:8.5em}
    @media (max-width:560px){.ranges.fit,.ranges.posterior{--range:118px}}
    .ranges.fit,.ranges.posterior{margin:0}.ranges.fit td,.ranges.posterior td{vertical-align:middle}
    .ranges rect.prior{fill:var(--soft);opacity:.22}.ranges rect.wide{fill:var(--a0);opacity:.38}\
    .ranges rect.narrow{fill:var(--a0);opacity:.75}
    .ranges.posterior line{stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}
    .ranges line.observed{stroke:var(--a1);stroke-width:3;vector-effect:non-scaling-stroke}
    .keys{list-style:none;display:flex;flex-wrap:wrap;gap:.3em 1.3em;padding:0;margin:.8em 0;font-size:.84rem}
    .swatch{display:inline-block;width:1.6em;height:.75em;border-radius:2px;margin-right:.45em;vertical-align:-.05em}
    .swatch.prior{background:var(--soft);opacity:.3}.swatch.wide{background:var(--a0);opacity:.38}\
    .swatch.narrow{background:var(--a0);opacity:.75}.swatch.observed{background:var(--a1);width:.25em;height:1.05em}
    .line.reference{stroke:var(--soft);stroke-width:1.5}
    .fan{fill:var(--arm);stroke:none}.fan.wide{opacity:.17}.fan.narrow{opacity:.26}
    .grade-bars figure,.odds figure{margin:0 0 1em}
    .grade-bars figcaption,.odds figcaption{font-size:.92rem;color:var(--ink);margin-bottom:.25em}
    .grade-bar,.odds-bar{display:flex;overflow:hidden;border-radius:5px;background:var(--faint);max-width:860px}
    .grade-bar i{display:block;font-style:normal;background:var(--tone);color:var(--tone-ink);padding:.3em 0;\
    text-align:center;white-space:nowrap;overflow:hidden;border-right:2px solid var(--ground)}
    .grade-bar i:last-child{border-right:0}.grade-bar b{font:600 1.05rem var(--serif)}.grade-bar small{color:inherit}
    .odds-bar i{display:block;font-style:normal;font-size:.8rem;line-height:1.9;text-align:center;white-space:nowrap;\
    overflow:hidden;text-overflow:ellipsis;border-right:2px solid var(--ground)}
    .odds-bar .better{background:var(--yes);color:var(--ground)}.odds-bar .worse{background:var(--no);color:var(--ground)}\
    .odds-bar .similar{background:var(--rule);color:var(--ink)}
    .odds{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));gap:4px 30px}.odds p{margin:.3em 0}
    .outcomes{width:auto;min-width:min(100%,720px)}.outcomes th[scope=row]{min-width:8em;max-width:26em}.outcomes td.num{min-width:8.5em}
    .strata th[scope=row]{min-width:8em}.rules li{border-left:3px solid var(--rule);padding-left:.8em;max-width:82ch}.rules li.rule{border-color:var(--yes)}
    @media print{.grade-bars figure,.odds figure{break-inside:avoid}.refused{break-inside:avoid}}
    """
}
