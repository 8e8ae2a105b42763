import MyelonStudies

/// How to read a sensitivity page, and how its numbers were made.
struct SensitivityProvenance {
  let record: SensitivityRecord

  /// How to read the indices and how far to trust them.
  func reading() -> String {
    let indices =
      SensitivityWords(record: record).isMorris
      ? """
      <p>An <b>elementary effect</b> is the change of the outcome when one parameter moves through its range and all others \
      stay, per whole range. <b>μ*</b> is the mean of its size over many starting points, <b>μ</b> its mean with the sign, \
      <b>σ</b> its deviation. A large σ beside μ* says that the effect hangs on where the others stand. μ* ranks; it is no \
      share of anything, and sums to nothing.</p>
      """
      : """
      <p>The <b>first-order index</b> is the share of the outcome's variance that a parameter explains alone; the <b>total \
      index</b> the share that would be left if all others were known. A total far above the first order means that the \
      parameter acts together with others. First orders sum to 1 at most. Estimates of small indices can be slightly \
      negative.</p>
      """
    return indices + """
      <p>Every index holds <b>for the stated ranges</b>: a parameter with a wide range matters more than the same one \
      measured well. Ranges that begin above zero and span a factor of ten or more were sampled evenly in the logarithm, \
      others evenly; parameters were taken as independent of each other. Where they are not, as among fitted ones, \
      combinations occur here that the fit would refuse.</p>
      <p>All rows share their random numbers, so that differences come from parameters alone. What remains of chance is that \
      growing axons meet other obstacles after the least change; it shows as a floor of small effects with σ near or above \
      μ*.</p>

      """
  }

  /// How the numbers were made.
  func html() -> String {
    var facts: [(String, String)] = [
      ("Method", Markup.escape(record.method)),
      (
        "Intervals", "\(NumberText.percent(record.confidence)), percentiles of \(record.replicates) resamples"
      ),
      ("Seed", "\(record.seed), of the design and of every life"),
      ("Study", "\(Markup.escape(record.identity)), Myelon \(Markup.escape(record.programVersion))"),
      ("Rows", "\(record.rows), of which \(record.failedRows) failed"),
      ("Processor time", NumberText.seconds(record.processorSeconds)),
    ]
    for group in record.scheme.groups {
      facts.append(
        (
          "Group \(Markup.escape(group.name))",
          group.parameters.map { "<code>\(Markup.escape($0))</code>" }.joined(separator: ", ")
        )
      )
    }
    let list = facts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }.joined()
    return """
      <dl class="facts">\(list)</dl>
      \(failures)
      <details><summary>The scenario</summary><pre>\(Markup.escape(record.scenario))</pre></details>
      """
  }

  private var failures: String {
    guard !record.failures.isEmpty else { return "" }
    let rows = record.failures.map {
      Markup.numberCell("\($0.row)") + Markup.numberCell("\($0.unit)")
        + "<td>\(Markup.escape($0.reason))</td>"
    }
    return Markup.table(
      caption: "Rows that failed: \(record.failures.count) of \(record.failedRows)",
      head: ["#Row", "#\(record.scheme.method.unitName.capitalizedFirst)", "Why"], rows: rows)
  }
}
