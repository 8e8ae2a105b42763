/// The style sheet of a report, in parts by concern.
enum PageStyle {
  /// All rules.
  static var all: String {
    [base, layout, tables, figures, viewer, printing].joined(separator: "\n")
  }

  /// Colours and type.
  ///
  /// Arm colours follow Okabe & Ito's palette for colour-blind readers, darkened or lightened
  /// where the ground asks for it.
  static let base = """
    :root{color-scheme:light dark;--ground:#fbfaf8;--card:#fff;--ink:#1f2328;--soft:#59626c;--rule:#dcd9d2;\
    --faint:#efede7;--accent:#0b5d7a;--warn-ground:#fdf3e1;--warn-rule:#c77d0a;--warn-ink:#5c3a05;--band:#c9b46a;\
    --yes:#0a6b4c;--no:#a3341c;--a0:#0072b2;--a1:#c84e00;--a2:#00805e;--a3:#b0528a;--a4:#a87400;--a5:#3a8fc4;\
    --a6:#444b54;--a7:#7a5ab5;\
    --serif:Charter,"Bitstream Charter","Iowan Old Style","Source Serif 4",Georgia,"DejaVu Serif",serif;\
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",Arial,sans-serif;\
    --mono:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
    @media (prefers-color-scheme:dark){:root{--ground:#15181b;--card:#1c2024;--ink:#e5e7ea;--soft:#a3abb4;\
    --rule:#353b42;--faint:#23282d;--accent:#6cc3e0;--warn-ground:#33270f;--warn-rule:#c9923a;--warn-ink:#f3dcb1;\
    --band:#8f7d3a;--yes:#58c99e;--no:#f0907a;--a0:#56b4e9;--a1:#f08a4b;--a2:#2fc49b;--a3:#e397c4;--a4:#e8b33d;\
    --a5:#9ad0f0;--a6:#c3c9d1;--a7:#b79df0}}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 var(--sans)}
    h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
    h1{font-size:clamp(1.9rem,1.3rem + 2.4vw,2.9rem);margin:.1em 0 .3em;letter-spacing:-.01em;\
    overflow-wrap:anywhere}
    h2{font-size:1.65rem;margin:0 0 .6em}
    h3{font-size:1.12rem;margin:1.8em 0 .5em}
    h3 small{font:400 .85rem var(--sans);color:var(--soft)}
    p{max-width:74ch;margin:.6em 0}
    small,.small{font-size:.84em;color:var(--soft)}
    a{color:var(--accent)}
    code,pre{font-family:var(--mono);font-size:.86em}
    code{overflow-wrap:anywhere}
    pre{background:var(--faint);border:1px solid var(--rule);border-radius:6px;padding:.8em 1em;overflow:auto;\
    max-height:32rem;white-space:pre-wrap;overflow-wrap:anywhere}
    abbr{text-decoration:none}
    :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    .arm0{--arm:var(--a0)}.arm1{--arm:var(--a1)}.arm2{--arm:var(--a2)}.arm3{--arm:var(--a3)}\
    .arm4{--arm:var(--a4)}.arm5{--arm:var(--a5)}.arm6{--arm:var(--a6)}.arm7{--arm:var(--a7)}
    """

  /// The page's frame: head, contents, sections, foot.
  static let layout = """
    main,footer{max-width:1180px;margin:0 auto;padding:0 clamp(16px,3.5vw,40px)}
    .skip{position:absolute;left:-999px}.skip:focus{left:12px;top:12px;background:var(--card);padding:8px 12px;\
    z-index:9}
    .top{padding-top:clamp(24px,5vw,56px)}
    .kicker{font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft);margin:0}
    .about{font-size:1.05rem;color:var(--soft);margin-top:0;overflow-wrap:anywhere}
    .lead{font:1.2rem/1.55 var(--serif);max-width:68ch;margin:1.1em 0;overflow-wrap:anywhere}
    ul.lead{padding:0;list-style:none;font-size:1.08rem}ul.lead li{margin:.45em 0;padding-left:2.1em;text-indent:-2.1em}
    .warning{background:var(--warn-ground);border-left:4px solid var(--warn-rule);color:var(--warn-ink);\
    padding:.65em 1em;border-radius:0 6px 6px 0;max-width:none}
    .notice{background:var(--faint);border-left:4px solid var(--rule);padding:.6em 1em;border-radius:0 6px 6px 0;\
    overflow-wrap:anywhere}
    .contents{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;gap:0 1.3em;background:var(--ground);\
    border-bottom:1px solid var(--rule);padding:.6em 0;margin:1.6em 0 0;font-size:.9rem}
    .contents a{text-decoration:none;padding:.15em 0}.contents a:hover{text-decoration:underline}
    section{padding:2.6em 0 .4em;scroll-margin-top:2.2em}
    section+section{border-top:1px solid var(--rule);margin-top:2.2em}
    .key{display:flex;flex-wrap:wrap;gap:1px;background:var(--rule);\
    border:1px solid var(--rule);border-radius:8px;overflow:hidden;margin:1.4em 0 0}
    .key div{background:var(--card);padding:.8em 1em;flex:1 1 158px}
    .key dt{font-size:.8rem;color:var(--soft)}
    .key dd{margin:0;font:600 1.45rem/1.3 var(--serif);font-variant-numeric:tabular-nums;white-space:nowrap}
    .key dd small{font-size:.6em}.key dd.note{font:400 .76rem var(--sans);color:var(--soft);white-space:normal}
    .key .to{color:var(--soft);font-weight:400}
    details{margin:1em 0}
    summary{cursor:pointer;font-weight:600;padding:.45em 0}
    details>summary::marker{color:var(--accent)}
    .facts{display:grid;grid-template-columns:minmax(9em,auto) 1fr;gap:.35em 1.4em;max-width:86ch}
    .facts dt{color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}
    ul.plain{list-style:none;padding:0;margin:.8em 0}ul.plain li{margin:.3em 0}
    .badge{display:inline-flex;text-indent:0;align-items:baseline;gap:.45em;font-weight:600;overflow-wrap:break-word}
    .badge svg{width:26px;height:8px;flex:none;align-self:center}
    .arms{display:flex;flex-wrap:wrap;gap:.4em 1.4em;max-width:none;font-size:.92rem}
    footer{margin-top:3em;padding-bottom:3em;font-size:.9rem;color:var(--soft)}
    @media (max-width:560px){.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:.6em}\
    .contents{position:static}}
    """

  /// Printing: light, static charts, nothing cut.
  static let printing = """
    @media print{
    :root{--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--faint:#f3f3f3;--accent:#000;\
    --warn-ground:#fff;--warn-rule:#000;--warn-ink:#000;--band:#c9b46a;--yes:#064;--no:#921;--a0:#0072b2;\
    --a1:#c84e00;--a2:#00805e;--a3:#b0528a;--a4:#a87400;--a5:#3a8fc4;--a6:#444b54;--a7:#7a5ab5}
    @page{margin:14mm 12mm}
    body{font-size:10pt}main,footer{max-width:none;padding:0}
    .contents,.switch,.skip,#viewer{display:none}
    .lead{font-size:12pt}h2{break-after:avoid}h3{break-after:avoid}
    section{padding:1.2em 0 0}section+section{margin-top:1em}
    figure.panel,.visit,.warning,tr,.key{break-inside:avoid}
    .panels{grid-template-columns:repeat(3,1fr);gap:10px}
    .visits{grid-template-columns:repeat(auto-fit,minmax(64px,1fr));gap:4px}.strip,thead{break-inside:avoid}caption{break-after:avoid}
    .table-box{overflow:visible}table{font-size:7.6pt}th,td{padding:2px 4px}
    .panel .live{display:none}.panel.enhanced .static{display:block}
    details.sheet:not([open]){display:none}
    .paper{overflow:visible;border:0;padding:0;zoom:.62}details.sheet{break-inside:avoid}
    .paper .isncsci-main{grid-template-columns:330px minmax(320px,1fr) 330px}
    .paper .isncsci-centre{grid-column:auto;order:0}.paper .isncsci-results{grid-template-columns:auto auto 1fr}
    .paper .isncsci-reasons ul{columns:2}
    pre{max-height:none}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
}
