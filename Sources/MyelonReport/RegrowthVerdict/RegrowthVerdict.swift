import MyelonRecovery
import MyelonRegrowth
import MyelonSimulation

/// What has grown in one arm and what it is worth, in plain language.
struct RegrowthVerdict {
  let reading: RegrowthReading
  /// What carries the motor drive; nil where it was not recorded.
  let contribution: RegrowthRecord.Contribution?

  /// Share of the intact motor drive below which new connections are called useless.
  ///
  /// Assumed because a thousandth of the drive moves no muscle grade and no step.
  static let smallestUse = 0.001

  /// Sentences about the arm; numbers come from the record.
  var text: String {
    guard !reading.summary.populations.isEmpty else {
      return "No axon of this arm was cut, and none has grown."
    }
    return [host, graft, use].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func count(_ value: Double) -> String { NumberText.count(value) }

  /// "one axon", "1 230 axons".
  private static func axons(_ value: Double) -> String {
    value == 1 ? "1 axon" : "\(count(value)) axons"
  }

  /// "1 axon end", "1 230 axon ends": an axon that has branched has several.
  private static func ends(_ value: Double) -> String {
    value == 1 ? "1 axon end" : "\(count(value)) axon ends"
  }

  /// Where "beyond the lesion" is.
  private var place: String {
    reading.beyondDistance.map { " (\(NumberText.short($0)) mm past its end)" } ?? ""
  }

  /// The host's own axons.
  private var host: String {
    let host = reading.host
    guard !host.isEmpty else { return "" }
    let cut = RegrowthReading.total(host, \.cut)
    let sprouted = RegrowthReading.total(host, \.sprouted)
    guard sprouted > 0 else { return "Of \(Self.axons(cut)) that were cut, none has sprouted." }
    let share = cut > 0 ? " (\(NumberText.percent(sprouted / cut)))" : ""
    let start = "Of \(Self.axons(cut)) that were cut, \(Self.count(sprouted))\(share) sent out a growth cone"
    let crossed = reading.crossed(host)
    return crossed > 0
      ? "\(start); \(Self.ends(crossed)) lie beyond the lesion\(place)."
      : "\(start); none of them reaches beyond the lesion\(place)."
  }

  /// Axons of grafted neurons.
  private var graft: String {
    let graft = reading.graft
    let sprouted = RegrowthReading.total(graft, \.sprouted)
    guard sprouted > 0 else { return "" }
    let crossed = reading.crossed(graft)
    return "Grafted neurons sent out \(Self.axons(sprouted))"
      + (crossed > 0
        ? "; \(Self.ends(crossed)) of theirs lie in the host's cord beyond the lesion."
        : "; none of them leaves the lesion.")
  }

  /// What the new connections are worth.
  private var use: String {
    let all = reading.summary.populations
    let crossed = reading.crossed(all)
    let connected = RegrowthReading.connected(all)
    if let contribution, contribution.new >= Self.smallestUse { return worth(contribution) }
    guard RegrowthReading.total(all, \.sprouted) > 0 else { return "" }
    guard crossed > 0 || connected > 0 else { return "" }
    let formed =
      connected > 0
      ? "\(Self.ends(connected)) \(connected == 1 ? "has" : "have") formed a synapse"
      : "none has formed a synapse"
    guard contribution != nil else {
      return "<b>\(Self.ends(crossed)) crossed; \(formed).</b> What they carry was not recorded."
    }
    let start = crossed > 0 ? "\(Self.ends(crossed)) crossed; none" : "No axon crossed, and none"
    return "<b>\(start) made a usable connection.</b> "
      + (connected > 0
        ? "\(formed.capitalisedFirst), but what they carry to the motor neurons is less than "
          + "\(NumberText.percent(Self.smallestUse)) of the intact drive."
        : "")
  }

  /// The parts that carry something, largest first.
  private func worth(_ contribution: RegrowthRecord.Contribution) -> String {
    let parts = PathwaySource.allCases.filter(\.isNew)
      .map { (carrier: $0, share: contribution.share($0)) }.filter { $0.share > 0 }
      .sorted { $0.share > $1.share }
      .map { "\(NumberText.percent($0.share)) \(ContributionFigure.words($0.carrier))" }
    return "<b>New connections carry \(NumberText.percent(contribution.new)) of the intact motor drive</b> "
      + "(\(parts.joined(separator: ", "))), of \(NumberText.percent(contribution.total)) in all."
  }
}
