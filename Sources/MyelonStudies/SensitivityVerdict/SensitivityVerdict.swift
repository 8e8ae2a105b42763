import MyelonStatistics

/// Whether a sample was large enough, judged by what its second half has changed.
///
/// Order and sizes are judged apart, because the first settles long before the second: Sarrazin, Pianosi & Wagener 2016,
/// doi:10.1016/j.envsoft.2016.02.005. The thresholds are this program's own.
public struct SensitivityVerdict: Sendable, Hashable, Codable {
  /// What can be relied on.
  public enum Level: String, Sendable, Hashable, Codable {
    /// Order and sizes of the most influential factors.
    case settled
    /// Which factors are the most influential, and about in which order.
    case orderSettled = "order-settled"
    /// Neither.
    case unsettled
    /// No factor has any influence.
    case nothing
  }

  /// What can be relied on.
  public let level: Level
  /// How many of the most influential factors were compared: ten, or all that have influence.
  public let compared: Int
  /// How many of them were among the most influential at half of the sample too; nil without a half.
  public let kept: Int?
  /// Largest number of places by which one of those has moved since; nil without a half.
  public let largestShift: Int?
  /// Length of the longest interval as a share of the largest importance; nil when nothing has any.
  public let widest: Double?
  /// The verdict in words.
  public let text: String

  /// Factors that are compared at most.
  public static let leading = 10
  /// Longest interval of a settled sample, as a share of the largest importance; assumed because a tenth is about what
  /// a bar in a chart shows.
  public static let settledWidth = 0.1
  /// Share of the leading factors that must have been leading at half of the sample; assumed because of ten factors the
  /// last two often change places with their neighbours.
  public static let keptShare = 0.8
  /// Trajectories or points below which no order counts as settled; assumed because a percentile of resampled means
  /// says little of fewer.
  public static let leastUnits = 8

  /// Judges the steps of a sample.
  ///
  /// - Parameters:
  ///   - steps: steps of growing size; the last is the whole sample.
  ///   - units: what a unit is called, in the plural.
  public init(_ steps: [SensitivityStep], units: String) {
    guard let last = steps.last, let widest = last.widest else {
      self.init(level: .nothing, text: "No factor changed the outcome.")
      return
    }
    let compared = min(Self.leading, last.importance.count { $0.value > 0 })
    let leading = Array(last.ranking.prefix(compared))
    let half = steps.dropLast().last { 2 * $0.planned <= last.planned + 1 }
    let width = "The longest interval is \(Self.percent(widest)) of the largest index."
    guard let half, half.widest != nil else {
      self.init(
        level: .unsettled, compared: compared, widest: widest,
        text: "There is no half of the sample to compare with: take at least 4 \(units). \(width)")
      return
    }
    let before = half.ranking
    let kept = leading.filter { before.prefix(compared).contains($0) }
    let shift =
      kept.map { factor in abs((before.firstIndex(of: factor) ?? 0) - (leading.firstIndex(of: factor) ?? 0)) }
      .max() ?? 0
    let share = Double(kept.count) / Double(compared)
    let isFew = last.used < Self.leastUnits
    let level: Level =
      if isFew || share < Self.keptShare {
        .unsettled
      } else if kept.count == compared, shift <= 1, widest <= Self.settledWidth {
        .settled
      } else {
        .orderSettled
      }
    let comparison =
      "Of the \(compared) most influential, \(kept.count) were among the first \(compared) at half of the sample too"
      + (kept.isEmpty ? "." : ", and moved by at most \(shift) place\(shift == 1 ? "" : "s").")
    let meaning =
      switch level {
      case .settled: "Order and sizes have settled."
      case .orderSettled: "Which factors lead has settled; their sizes have not."
      default:
        isFew
          ? "Fewer than \(Self.leastUnits) \(units) are a first look: neither order nor sizes can be relied on."
          : "Neither order nor sizes have settled: take more \(units)."
      }
    self.init(
      level: level, compared: compared, kept: kept.count, largestShift: shift, widest: widest,
      text: "\(meaning) \(comparison) \(width)")
  }

  private init(
    level: Level, compared: Int = 0, kept: Int? = nil, largestShift: Int? = nil, widest: Double? = nil,
    text: String
  ) {
    self.level = level
    self.compared = compared
    self.kept = kept
    self.largestShift = largestShift
    self.widest = widest
    self.text = text
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((100 * share).rounded())) %"
  }
}
