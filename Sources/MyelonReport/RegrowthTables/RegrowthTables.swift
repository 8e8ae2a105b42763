import MyelonRegrowth
import MyelonSimulation

/// The tables of the section on regrown axons: arms side by side, kinds of neuron, distances, paths.
struct RegrowthTables {
  let context: ReportContext

  /// All arms at the last visit, a row an arm.
  var arms: String {
    let hasChannels = context.regrown.contains { context.lastRegrowth($0)?.axonsPerChannel != nil }
    let rows = context.regrown.compactMap { arm in
      context.lastReading(arm).map { row($0, arm: arm, hasChannels: hasChannels) }
    }
    return Markup.table(
      caption: "Arms side by side at the last visit",
      head: [
        "Arm", "#Cut", "#Sprouted", "#Ends beyond the lesion", "#Ends on host", "#Ends on graft",
        "#Grafted neurons’ ends beyond, either way", "#Theirs on host",
      ] + (hasChannels ? ["#In each channel"] : []) + [
        "#First synapse <small>day</small>", "#New motor drive",
      ],
      rows: rows)
  }

  private func row(_ reading: RegrowthReading, arm: Int, hasChannels: Bool) -> String {
    let (host, graft) = (reading.host, reading.graft)
    func cell(_ value: Double?) -> String { Markup.numberCell(NumberText.count(value)) }
    var cells = [
      cell(RegrowthReading.total(host, \.cut)), cell(RegrowthReading.total(host, \.sprouted)),
      cell(reading.crossed(host)), cell(RegrowthReading.total(host, \.connectedToHost)),
      cell(RegrowthReading.total(host, \.connectedToGraft)),
      cell(graft.isEmpty ? nil : reading.crossed(graft)),
      cell(graft.isEmpty ? nil : RegrowthReading.total(graft, \.connectedToHost)),
    ]
    if hasChannels { cells.append(cell(reading.summary.axonsPerChannel)) }
    cells.append(Markup.numberCell(reading.firstArrival.map { NumberText.short($0) } ?? "none"))
    cells.append(Markup.numberCell(NumberText.percent(context.lastContribution(arm)?.new)))
    return "<th scope=\"row\">\(context.badge(arm))</th>" + cells.joined()
  }

  /// Kinds of neuron of one arm at the last visit, a row a kind.
  func neurons(_ arm: Int) -> String {
    guard let reading = context.lastReading(arm), !reading.summary.populations.isEmpty else { return "" }
    let columns: [(title: String, count: KeyPath<RegrowthSummary.Population, Double>)] = [
      ("Cut", \.cut), ("Sprouted", \.sprouted), ("Growing", \.growing), ("Arrested", \.arrested),
      ("Trapped", \.trapped), ("Retracting", \.retracting), ("Synapse on host", \.connectedToHost),
      ("Synapse on graft", \.connectedToGraft), ("Out of the window", \.left), ("Gone", \.withdrawn),
    ]
    var rows = reading.summary.populations.map { population -> String in
      "<th scope=\"row\">\(RegrowthReading.title(population))</th>"
        + columns.map { Markup.numberCell(NumberText.count(population[keyPath: $0.count])) }.joined()
        + Markup.numberCell(NumberText.count(GraftFates.value(population.beyond, reading.beyondIndex ?? -1)))
        + Markup.numberCell(NumberText.short(population.meanLength))
        + Markup.numberCell(NumberText.short(population.longest))
        + Markup.numberCell(NumberText.percent(population.myelinated))
        + Markup.numberCell(population.firstArrival.map { NumberText.short($0) } ?? "none")
        + Markup.numberCell(NumberText.short(population.axonsPerAgent))
    }
    if reading.host.count > 1 {
      rows.append(
        "<th scope=\"row\"><b>Host, all</b></th>"
          + columns.map {
            Markup.numberCell("<b>\(NumberText.count(RegrowthReading.total(reading.host, $0.count)))</b>")
          }.joined() + Markup.numberCell("<b>\(NumberText.count(reading.crossed(reading.host)))</b>")
          + "<td colspan=\"5\"></td>")
    }
    return Markup.table(
      caption:
        "\(Markup.escape(context.arms[arm].name)): axons by kind of neuron on \(NumberText.day(reading.summary.day))",
      head: ["Neuron"] + columns.map { "#" + $0.title }
        + [
          "#Beyond the lesion", "#Mean length <small>mm</small>", "#Longest <small>mm</small>", "#Myelin",
          "#First synapse <small>day</small>", "#Axons a cone",
        ],
      rows: rows, classes: "dense")
  }

  /// Counts against distance of every arm and kind, for readers who want the numbers of the charts.
  var distances: String {
    let arms = context.regrown.filter { !(context.lastRegrowth($0)?.distances.isEmpty ?? true) }
    guard let first = arms.first, let distances = context.lastRegrowth(first)?.distances else { return "" }
    let rows = arms.filter { context.lastRegrowth($0)?.distances == distances }.flatMap { arm in
      (context.lastRegrowth(arm)?.populations ?? []).flatMap { population -> [String] in
        let isGraft = RegrowthReading.isGraft(population)
        let lists =
          isGraft
          ? [(" caudally", population.beyond), (" rostrally", population.beyondRostrally)]
          : [("", population.beyond)]
        return lists.filter { !$0.1.isEmpty }.map { words, counts in
          "<th scope=\"row\">\(context.badge(arm))<br><small>\(RegrowthReading.title(population))\(words)</small></th>"
            + distances.indices.map { Markup.numberCell(NumberText.count(GraftFates.value(counts, $0))) }
            .joined()
        }
      }
    }
    return "<details><summary>Counts against distance as a table</summary>"
      + Markup.table(
        caption: "Ends of axons that lie at least so far beyond the lesion’s end, at the last visit",
        head: ["Arm and neuron"] + distances.map { "#\(NumberText.short($0)) mm" }, rows: rows)
      + "</details>\n"
  }

  /// The strongest new paths of every arm.
  var paths: String {
    let rows = context.shownRegrown.flatMap { arm in
      (context.lastRegrowth(arm)?.paths ?? []).map { path -> String in
        let nodes = path.nodes.map(Markup.escape).joined(separator: " <span class=\"to\">→</span> ")
        return "<th scope=\"row\">\(context.badge(arm))</th><td class=\"chain\">\(nodes)</td>"
          + Markup.numberCell(NumberText.percent(path.transmission))
          + Markup.numberCell(NumberText.short(path.delay))
      }
    }
    guard !rows.isEmpty else {
      return "<p class=\"notice\">No new path leads from the brain past the lesion to a target.</p>\n"
    }
    return Markup.table(
      caption: "Strongest new paths at the last visit",
      head: [
        "Arm", "From source to target", "#Share of the target’s intact supply", "#Delay <small>ms</small>",
      ],
      rows: rows)
  }
}
