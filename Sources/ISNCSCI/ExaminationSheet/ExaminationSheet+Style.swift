extension ExaminationSheet {
  /// The style rules of the sheet; every selector is scoped by an `isncsci-` class.
  public static let styleSheet = """
    .isncsci-sheet{font:13px/1.35 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
    color:#1c2733;background:#fff;border:1px solid #cfd6dd;border-radius:6px;max-width:1180px;margin:12px auto;\
    padding:14px 16px;box-sizing:border-box}
    .isncsci-sheet *{box-sizing:border-box}
    .isncsci-head{display:flex;justify-content:space-between;align-items:baseline;gap:16px;flex-wrap:wrap;\
    border-bottom:2px solid #1c2733;padding-bottom:6px;margin-bottom:10px}
    .isncsci-title{font-size:17px;font-weight:700}
    .isncsci-standard{font-size:11px;color:#55616e}
    .isncsci-main{display:grid;grid-template-columns:330px minmax(320px,1fr) 330px;gap:12px}
    .isncsci-sheet table{border-collapse:collapse;font-variant-numeric:tabular-nums;margin:0}
    .isncsci-sheet caption{font-weight:700;font-size:12px;text-align:left;padding:0 0 3px;text-transform:uppercase;\
    letter-spacing:.06em;color:#1c2733}
    .isncsci-sheet .isncsci-table.isncsci-left caption{text-align:right}
    .isncsci-table{width:100%;align-self:start}
    .isncsci-table th,.isncsci-table td{padding:0 6px;height:19px;text-align:center;font-size:12px;\
    border:1px solid #fff}
    .isncsci-table thead th{font-size:10px;font-weight:600;color:#55616e;vertical-align:bottom;height:28px;\
    line-height:1.1}
    .isncsci-table tbody th{font-weight:700;background:#f3f5f7;min-width:42px;white-space:nowrap}
    .isncsci-table tbody td{min-width:34px}
    .isncsci-table .isncsci-region th,.isncsci-table .isncsci-region td{border-top:2px solid #1c2733}
    .isncsci-table td.isncsci-muscle,.isncsci-table th.isncsci-muscle{font-size:11px;color:#55616e;font-weight:400;\
    white-space:nowrap}
    .isncsci-right td.isncsci-muscle,.isncsci-right th.isncsci-muscle{text-align:right}
    .isncsci-left td.isncsci-muscle,.isncsci-left th.isncsci-muscle{text-align:left}
    .isncsci-table tfoot td{font-weight:700;border-top:2px solid #1c2733}
    .isncsci-table tfoot th{border-top:2px solid #1c2733}
    .isncsci-table tfoot .isncsci-max td,.isncsci-table tfoot .isncsci-max th{border-top:0;font-weight:400;\
    color:#7b8692;font-size:10px;height:15px}
    .isncsci-sheet td.isncsci-nt,.isncsci-sheet i.isncsci-nt{outline:1px dashed #7b8692;outline-offset:-2px;\
    background:#fff;color:#1c2733}
    .isncsci-centre{display:flex;flex-direction:column;align-items:center;justify-content:space-between;gap:8px}
    .isncsci-body{width:100%;max-width:560px;height:auto}
    .isncsci-legend{display:flex;white-space:nowrap;gap:3px;align-items:center;font-size:11px;color:#55616e}
    .isncsci-legend i{font-style:normal;font-weight:600;width:24px;height:17px;line-height:17px;text-align:center;\
    font-size:10px}
    .isncsci-legend span{margin:0 5px}
    .isncsci-anorectal{display:flex;gap:10px;margin:0;width:100%;justify-content:center}
    .isncsci-anorectal div{border:1px solid #cfd6dd;border-radius:4px;padding:4px 9px;text-align:center}
    .isncsci-anorectal dt{font-size:11px;color:#55616e}
    .isncsci-anorectal dd{margin:0;font-weight:700;font-size:14px}
    .isncsci-results{display:grid;grid-template-columns:auto auto 1fr;gap:22px;margin-top:12px;padding-top:10px;\
    border-top:1px solid #cfd6dd;align-items:start}
    .isncsci-results th{font-weight:400;text-align:left;padding:2px 10px 2px 0;font-size:12px}
    .isncsci-results thead th{font-size:10px;color:#55616e;text-align:center;padding:0 8px}
    .isncsci-results td{text-align:center;padding:2px 8px;font-weight:600;border-bottom:1px solid #e6eaee}
    .isncsci-results tbody th{border-bottom:1px solid #e6eaee}
    .isncsci-results td.isncsci-sum{font-weight:700;background:#f3f5f7}
    .isncsci-results td.isncsci-of{font-weight:400;color:#7b8692;font-size:11px;text-align:left}
    .isncsci-results small{font-weight:400;color:#55616e}
    .isncsci-box{display:flex;gap:8px;margin:0;justify-content:flex-end}
    .isncsci-box div{border:1.5px solid #1c2733;border-radius:5px;padding:6px 14px;text-align:center;min-width:92px}
    .isncsci-box dt{font-size:11px;color:#55616e}
    .isncsci-box dd{margin:0;font-weight:700;font-size:24px;line-height:32px;white-space:nowrap}
    .isncsci-box dd.isncsci-long{font-size:15px}
    .isncsci-reasons{margin-top:12px;border-top:1px solid #cfd6dd;padding-top:8px}
    .isncsci-reasons summary{font-weight:700;cursor:pointer;font-size:12px;text-transform:uppercase;\
    letter-spacing:.06em}
    .isncsci-reasons ul{margin:6px 0 0;padding-left:18px;columns:2;column-gap:28px}
    .isncsci-reasons li{break-inside:avoid;margin-bottom:4px;font-size:12px}
    @media (max-width:980px){.isncsci-main{grid-template-columns:1fr 1fr}.isncsci-centre{grid-column:1/-1;order:-1}\
    .isncsci-results{grid-template-columns:1fr}.isncsci-box{justify-content:flex-start}.isncsci-reasons ul{columns:1}}
    @media (max-width:640px){.isncsci-main{grid-template-columns:1fr}}
    @media print{.isncsci-sheet{break-inside:avoid;border:0;-webkit-print-color-adjust:exact;\
    print-color-adjust:exact}}
    """
}
