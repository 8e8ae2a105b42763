import MyelonRegrowth
import MyelonSimulation

/// The section "regrown axons": what grew, how far, what it connects, and what that is worth.
struct RegrowthSection {
  let context: ReportContext

  /// Whether nothing was recorded.
  var isEmpty: Bool { context.regrown.isEmpty }

  /// All charts over time of the section.
  var panels: [ChartPanel] { RegrowthCourses(context: context).panels + SparedGain(context: context).panels }

  /// The section's body.
  func html() throws(ReportError) -> String {
    let tables = RegrowthTables(context: context)
    var text = Self.introduction + context.legend(context.regrown) + verdicts
    text += try AxonView(context: context).html()
    text += "<h3>How many, and how far</h3>\n" + tables.arms
    text += DistanceChart(context: context).html() + tables.distances
    text += GraftSection.grid(panels, TimeCourses(context: context))
    text += "<h3>What became of each kind of axon</h3>\n" + Self.words
    text += context.shownRegrown.map(tables.neurons).joined(separator: "\n")
    text += "<h3>What the connections carry</h3>\n" + ContributionFigure(context: context).html()
    text += "<h3>Strongest new paths</h3>\n" + Self.paths + tables.paths
    return text + files + Treatment.caution
  }

  private static let introduction = """
    <p>Cut axons can sprout and grow again, and grafted neurons send out axons of their own. Growing is not yet \
    recovering: an axon helps only when it passes the lesion, finds a target, forms a synapse there and is not \
    withdrawn. Cut and sprouted count axons. All other counts are of ends: an axon that has branched has several. \
    Numbers have three digits; every growth cone of the model stands for several axons.</p>

    """

  private static let words = """
    <p class="small">Arrested: stands still in tissue that inhibits growth. Trapped: stands still inside a graft or \
    scaffold, which it does not leave. Gone: had grown and was withdrawn. Myelin: share of the new axons that have any. Beyond the lesion: in the direction in which \
    the axon normally runs; of grafted neurons, caudally. Of grafted neurons, “cut” are those that can send out an \
    axon.</p>

    """

  private static let paths = """
    <p>Chains of connections that did not exist before the injury, the strongest first. A path through a graft is a \
    relay, one through the host’s own propriospinal neurons a detour; each station costs time and strength.</p>

    """

  /// What came of each arm, as a list.
  private var verdicts: String {
    let items = context.regrown.compactMap { arm -> String? in
      guard let reading = context.lastReading(arm) else { return nil }
      let verdict = RegrowthVerdict(reading: reading, contribution: context.lastContribution(arm))
      let words = [verdict.text, SparedGain(context: context).sentence(arm)].filter { !$0.isEmpty }
      let day = NumberText.day(reading.summary.day)
      return "<li>\(context.badge(arm)) <small>\(day)</small> \(words.joined(separator: " "))</li>"
    }
    return "<ul class=\"plain verdicts\">\(items.joined(separator: "\n"))</ul>\n"
  }

  /// Files that hold axons and connections.
  private var files: String {
    let names = [
      (RegrowthRecord.File.axons, "paths of the axons, opens in MRtrix, nibabel and tractography viewers"),
      (
        RegrowthRecord.File.weights,
        "axons that each path stands for, one a row (MRtrix: <code>-tck_weights_in</code>)"
      ),
      (RegrowthRecord.File.connections, "the graph of connections, opens in yEd, Gephi and networkx"),
    ]
    let items = context.shownRegrown.flatMap { arm in
      names.compactMap { key, meaning -> String? in
        (context.arms[arm].regrowth?.files[key]).map {
          "<li>\(context.badge(arm)) <code>\(Markup.escape($0))</code> <small>\(meaning)</small></li>"
        }
      }
    }
    return items.isEmpty ? "" : "<h3>Files</h3>\n<ul class=\"plain\">\(items.joined())</ul>\n"
  }
}
