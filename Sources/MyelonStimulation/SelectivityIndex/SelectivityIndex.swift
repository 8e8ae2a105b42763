import Foundation

/// How well a montage reaches one target and nothing else.
///
/// At an amplitude I the index is `S(I) = r(I) - mean r_j(I)`: recruitment of the target less the mean recruitment of all others
/// (Raspopovic, Capogrosso & Micera 2011, IEEE Trans Neural Syst Rehabil Eng 19:333, recalled; used there for muscles). It is 1 when the
/// target fires wholly and alone, 0 when all fire alike, negative when the others fire first. Others are all muscles, or
/// roots, of both sides that were computed.
public struct SelectivityIndex: Sendable, Hashable, Codable {
  /// The target in words.
  public let target: String
  /// Name of the montage.
  public let montage: String
  /// Amplitude at which a tenth of the target is recruited, mA; nil when the range does not reach that.
  public let threshold: Double?
  /// Index at that amplitude.
  public let indexAtThreshold: Double?
  /// Amplitude at which half of the target is recruited, mA; nil when the range does not reach that.
  public let half: Double?
  /// Index there: what montages are ranked by.
  public let indexAtHalf: Double?
  /// Largest index over the range of amplitudes.
  public let largest: Double
  /// Amplitude of the largest index, mA.
  public let largestAmplitude: Double
  /// Threshold of the other that is recruited most easily over that of the target; above 1 when the target comes first.
  public let thresholdRatio: Double?
  /// That other, in words.
  public let rival: String?

  /// Amplitudes that the index is looked for at, between the ends of the range.
  private static let samples = 400

  /// Something that is recruited as the amplitude rises.
  struct Contestant {
    let title: String
    let share: (Double) -> Double
  }

  init(
    target: Contestant, others: [Contestant], montage: String, amplitudes: StudyAmplitudes
  ) {
    self.target = target.title
    self.montage = montage
    var range = amplitudes
    range.count = Self.samples
    let values = range.values
    let own = values.map(target.share)
    let rest = others.map { other in values.map(other.share) }
    let index = values.indices.map { position in
      let mean = rest.isEmpty ? 0 : rest.reduce(0) { $0 + $1[position] } / Double(rest.count)
      return own[position] - mean
    }
    func reading(_ share: Double) -> (amplitude: Double, index: Double)? {
      own.firstIndex { $0 >= share }.map { (values[$0], index[$0]) }
    }
    let first = reading(MuscleRecruitment.thresholdShare)
    let half = reading(0.5)
    threshold = first?.amplitude
    indexAtThreshold = first?.index
    self.half = half?.amplitude
    indexAtHalf = half?.index
    let best = index.indices.max { index[$0] < index[$1] } ?? 0
    largest = index[best]
    largestAmplitude = values[best]
    let thresholds = zip(others, rest).compactMap { other, shares in
      shares.firstIndex { $0 >= MuscleRecruitment.thresholdShare }.map {
        (title: other.title, at: values[$0])
      }
    }
    let nearest = thresholds.min { $0.at < $1.at }
    rival = nearest?.title
    thresholdRatio = first.flatMap { own in nearest.map { $0.at / own.amplitude } }
  }

  /// Montages of one target from best to worst: by the index at half recruitment, then by the lower amplitude.
  ///
  /// Montages that do not recruit half of the target within the range come last, by their largest index.
  public static func ranked(_ indices: [SelectivityIndex]) -> [SelectivityIndex] {
    indices.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      switch (a.indexAtHalf, b.indexAtHalf) {
      case (let x?, let y?):
        if x != y { return x > y }
        return (a.half ?? .infinity, first.offset) < (b.half ?? .infinity, second.offset)
      case (nil, nil):
        return a.largest != b.largest ? a.largest > b.largest : first.offset < second.offset
      case (let x, _): return x != nil
      }
    }.map(\.element)
  }
}
