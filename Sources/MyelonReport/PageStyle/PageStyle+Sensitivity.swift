extension PageStyle {
  /// Ranked bars, effects against their spread, convergence.
  static let sensitivity = """
    .verdict{border-left-color:var(--mark)}.settled{--mark:var(--yes)}.order-settled{--mark:var(--warn-rule)}\
    .unsettled{--mark:var(--no)}.nothing{--mark:var(--rule)}
    .verdict b{color:var(--mark)}
    .bars td,.bars th{vertical-align:middle;padding:.22em .6em}
    .bars th[scope=row]{min-width:13em;font-weight:500}.bars th code{font-size:.76rem;color:var(--soft);overflow-wrap:normal}
    .bars td.range{width:44%;min-width:260px;padding:.1em .4em}
    .bars svg{width:100%;height:22px;display:block}
    .bars rect{fill:var(--ev)}.bars rect.wide{opacity:.34}.bars rect.core{opacity:.85}
    .bars line{stroke:var(--ink);stroke-width:1.4;vector-effect:non-scaling-stroke}
    .ev-scenario{--ev:var(--a6)}
    .duo{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:24px;margin:1.4em 0}
    .duo figure{margin:0}
    .chart circle.dot{fill:var(--ev);opacity:.75}.chart circle.lead{fill:var(--card);stroke:var(--ev);stroke-width:1.8}
    .chart text.number{font-weight:600;fill:var(--ink);text-anchor:middle}
    .chart .ray{stroke:var(--soft);stroke-width:.9;stroke-dasharray:3 3}.chart text.ray-text{fill:var(--soft);font-style:italic}
    .chart .course{fill:none;stroke:var(--arm);stroke-width:1.8;stroke-linejoin:round}.chart .course.second{stroke-dasharray:5 3}
    .chart .reach{stroke:var(--arm);stroke-width:1;opacity:.55}
    .full td,.full th{font-size:.8rem}.full th[scope=row]{min-width:16em}.full code{color:var(--soft);font-size:.76rem}
    @media print{.duo{grid-template-columns:1fr 1fr}}
    """
}
