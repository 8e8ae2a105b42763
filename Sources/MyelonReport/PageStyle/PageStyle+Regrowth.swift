extension PageStyle {
  /// Regrown axons: stage, projections, carriers of the drive.
  ///
  /// Colours of carriers follow Okabe & Ito's palette for colour-blind readers; grey is what the injury spared.
  static let regrowth = """
    .verdicts li{margin:.7em 0;max-width:84ch}
    .axon-stage{height:min(64vh,480px)}.axon-stage canvas{touch-action:none}
    #axons-status{position:absolute;inset:auto 0 0 0;margin:0;padding:.5em 1em;color:#dfe3e8;background:#000a;\
    max-width:none;font-size:.85rem}#axons-status:empty{display:none}
    .toggles{border:0;padding:0;margin:.4em 0;font-size:.86rem;display:flex;flex-wrap:wrap;gap:.2em 1.1em}
    .toggles legend{float:left;padding:0;margin-right:1em;color:var(--soft)}
    .toggle{display:inline-flex;align-items:center;gap:.35em}.toggle i{width:1em;height:1em;border-radius:3px;border:1px solid #8886}
    figure.axons{margin:1.2em 0}figure.axons figcaption{max-width:none;margin-bottom:.35em}
    .axon-map{width:100%;height:auto;display:block}
    .axon-map text{font:12px var(--sans);fill:#aeb6bf}
    .axon-map .axon{fill:none;stroke-width:.9;stroke-opacity:.75;stroke-linejoin:round}
    .axon-map .synapse,.axon-map .halted{fill:none;stroke-linecap:round;stroke-width:4.4;stroke:#fff}
    .axon-map .halted{stroke:#878e97;stroke-width:3.2}
    .axon-map .epicentre{fill:none;stroke:#dfe3e8;stroke-width:1;stroke-dasharray:4 4;opacity:.55}
    .axon-map .scale{fill:none;stroke:#dfe3e8;stroke-width:2.5}
    .solid-cord{fill:#1d2328;stroke:#56606b;stroke-width:1}.solid-lesion{fill:#c8452f55;stroke:#c8452faa;stroke-width:1}
    .solid-graft{fill:#c9bf4a3a;stroke:#c9bf4a99;stroke-width:1}.solid-scaffold{fill:#5fb8c92e;stroke:#5fb8c999;stroke-width:1}
    .legend .swatch-cord{background:#1d2328}.legend .swatch-lesion{background:#7c3024}.legend .swatch-graft{background:#8d8639}\
    .legend .swatch-scaffold{background:#3d7580}
    .legend .round{border-radius:50%;width:.75em;height:.75em;background:#fff;border:1px solid #0008}.legend .round.halted{background:#878e97}
    .carrier-spared{background:#7d858e}.carrier-remyelinated{background:#0072b2}.carrier-regenerated{background:#009e73}\
    .carrier-detoured{background:#e69f00}.carrier-relayed{background:#cc79a7}
    .dense{font-size:.8rem}.dense th,.dense td{padding:.4em .32em}.dense thead th{font-size:.72rem}\
    .dense th[scope=row]{white-space:nowrap}
    .carriers td{vertical-align:middle}.carrier-cell{min-width:260px;width:38%}
    .carrier-bar{display:flex;height:1.15em;background:var(--faint);border-radius:3px;overflow:hidden}
    .carrier-bar i{display:block;height:100%}
    .carrier-figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:4px 26px}
    .carrier-figures .fates{margin:.5em 0}.carrier-figures .fate-columns{align-items:flex-start}\
    .carrier-figures .fate-column{font-size:.7rem}.carriers th[scope=row]{min-width:9em}.carrier-figures .stack{height:96px;background:var(--faint)}
    .chain .to{color:var(--soft)}
    @media print{#axons-space{display:none}.carrier-bar,.axons{break-inside:avoid}}
    """
}
