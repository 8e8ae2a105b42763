extension PageStyle {
  /// Treatments: timeline, fates, colour scales and differences.
  ///
  /// Fate colours follow Okabe & Ito's palette for colour-blind readers.
  static let treatment = """
    h4{font-family:var(--serif);font-weight:600;margin:1.4em 0 .2em}
    .strip-plan{max-width:900px;min-width:620px}.strip-plan text{font-size:12px}.strip-plan .span{fill:var(--arm);opacity:.38}
    .fates{max-width:760px}.fate-columns{display:flex;gap:6px;align-items:flex-end;margin:.5em 0}
    .fate-column{flex:1 1 0;min-width:0;max-width:92px;text-align:center;font-size:.76rem;line-height:1.3}
    .fate-column b{display:block;font-weight:600;font-variant-numeric:tabular-nums}.fate-column small{display:block}
    .stack{display:flex;flex-direction:column;justify-content:flex-end;height:130px;border-bottom:1px solid var(--ink)}
    .stack i{display:block;min-height:1px}
    .fate0{background:#999fa6}.fate1{background:#0072b2}.fate2{background:#009e73}.fate3{background:#e69f00}\
    .fate4{background:#cc79a7}
    .scale-bar{display:flex;align-items:center;gap:.6em;font-size:.82rem;color:var(--soft);max-width:560px;\
    flex-wrap:wrap}
    .scale-bar i{flex:1 1 140px;height:.8em;border-radius:3px;border:1px solid #8886}
    .map .visits{grid-template-columns:repeat(auto-fit,minmax(96px,132px))}
    .differences .yes,.differences .no{white-space:normal}.differences td.num{white-space:normal;min-width:5.6em}.differences td.num small{display:inline-block;line-height:1.25}
    @media print{.stack{height:80px}.fates,.scale-bar{break-inside:avoid}}
    """
}
