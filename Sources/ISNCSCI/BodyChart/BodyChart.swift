import Foundation

/// A schematic dermatome figure, front and back, coloured by what was felt.
///
/// The outline and the borders are our own drawing: bands on the trunk and strips on the limbs at about the
/// places of the sensory points of the worksheet. It shows where sensation is lost at a glance; it is not an
/// atlas, and the face (trigeminal nerve) is left grey.
public struct BodyChart: Sendable {
  /// What the colours show.
  public enum Content: Sendable, Hashable, CaseIterable {
    /// The sum of light touch and pin prick, 0 to 4.
    case both
    /// Light touch, 0 to 2.
    case lightTouch
    /// Pin prick, 0 to 2.
    case pinPrick
  }

  let examination: Examination
  let content: Content

  /// A chart of an examination.
  ///
  /// - Parameters:
  ///   - examination: The examination to show.
  ///   - content: Both modalities (default) or one of them.
  public init(_ examination: Examination, showing content: Content = .both) {
    self.examination = examination
    self.content = content
  }

  /// The possible share of normal sensation of a dermatome, 0 to 1, or nil when a score is not testable.
  func share(_ side: Side, _ level: SpinalLevel) -> Double? {
    let modalities: [Modality] =
      switch content {
      case .both: [.lightTouch, .pinPrick]
      case .lightTouch: [.lightTouch]
      case .pinPrick: [.pinPrick]
      }
    var sum = 0
    for modality in modalities {
      guard let grade = examination[side][modality, level]?.grade else { return nil }
      sum += grade
    }
    return Double(sum) / Double(2 * modalities.count)
  }

  /// "T4 right: light touch 1, pin prick 0".
  func caption(_ side: Side, _ level: SpinalLevel) -> String {
    let touch = examination[side][.lightTouch, level]?.description ?? "-"
    let prick = examination[side][.pinPrick, level]?.description ?? "-"
    return "\(level) \(side): light touch \(touch), pin prick \(prick)"
  }
}
