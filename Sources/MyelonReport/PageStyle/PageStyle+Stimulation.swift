extension PageStyle {
  /// Drawings of electrode and cord, recruitment curves, slices of the potential.
  ///
  /// Cathodes are blue and anodes orange (Okabe & Ito's palette); a sign stands beside each colour.
  static let stimulation = """
    .drawings{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:24px;align-items:start}
    @media (max-width:760px){.drawings{grid-template-columns:1fr}}
    .drawing{width:100%;height:auto;display:block;max-height:86vh}
    .drawing text{font:3px var(--sans);fill:var(--ink)}
    .drawing .bone{fill:#e5dcc3;stroke:#a89b74}.drawing .fat{fill:#f6e7a8;stroke:#c2ab55}\
    .drawing .disc{fill:#c9d4d8;stroke:#8e9ca2}.drawing .fluid{fill:#cfe6f5;stroke:#5c8fb0}\
    .drawing .white{fill:#f6f2ec;stroke:#7d7468}.drawing .grey{fill:#b9a6a0;stroke:none}\
    .drawing .skin{fill:#f3ddd0;stroke:#b98e78}.drawing .body{fill:#8b9198;stroke:#5b6168}.drawing .gel{fill:#bfe0d2;stroke:#6aa58d}
    .drawing .outline,.drawing .bone,.drawing .fat,.drawing .disc,.drawing .fluid,.drawing .white,.drawing .body,\
    .drawing .skin,.drawing .gel{stroke-width:1px;vector-effect:non-scaling-stroke}
    .drawing .root{fill:none;stroke:#7c6a3c;stroke-width:1px;vector-effect:non-scaling-stroke;opacity:.7}
    .drawing .root.ventral{stroke:#a0522d;stroke-dasharray:3 2;opacity:.5}
    .drawing .mark{stroke:var(--soft);stroke-width:1px;vector-effect:non-scaling-stroke;opacity:.55}
    .drawing .scale{stroke:var(--ink);stroke-width:2px;vector-effect:non-scaling-stroke}
    .drawing .soft{fill:var(--soft)}
    .contact{stroke:#20252a;stroke-width:1px;vector-effect:non-scaling-stroke}
    .contact.none{fill:#d7dade}.contact.cathode{fill:#0072b2}.contact.anode{fill:#e6862d}
    .drawing text.on{fill:#fff;font-weight:600;text-anchor:middle}.drawing text.off{fill:#20252a;text-anchor:middle}
    .legend .cathode{background:#0072b2}.legend .anode{background:#e6862d}.legend .none{background:#d7dade}
    .legend .white{background:#f6f2ec}.legend .grey{background:#b9a6a0}.legend .fluid{background:#cfe6f5}\
    .legend .fat{background:#f6e7a8}.legend .bone{background:#e5dcc3}.legend .gel{background:#bfe0d2}
    .chart .over{fill:var(--no);opacity:.1}.chart text.over-text{fill:var(--no)}
    .chart .curve{fill:none;stroke:var(--arm);stroke-width:1.9;stroke-linejoin:round}
    .chart .curve.dashed{stroke-dasharray:5 3}.chart .curve.dotted{stroke-dasharray:1.5 2.5}
    .keys{list-style:none;display:flex;flex-wrap:wrap;gap:.3em 1.3em;padding:0;margin:.5em 0 1em;font-size:.84rem}
    .keys svg{width:30px;height:8px;vertical-align:.1em;margin-right:.45em}
    .keys path{fill:none;stroke:var(--arm);stroke-width:2.2}
    .slices{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,230px),1fr));gap:18px;align-items:end}
    .slices img{width:100%;height:auto;display:block;border:1px solid var(--rule);image-rendering:auto;max-height:70vh;object-fit:contain}
    .over-limit{color:var(--no);font-weight:600}
    .best td,.best th{background:var(--faint)}
    @media print{.drawings{grid-template-columns:1.25fr 1fr}.drawing{max-height:150mm}figure{break-inside:avoid}}
    """
}
