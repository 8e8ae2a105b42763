/// How sensation from a dermatome enters and ascends the cord.
///
/// Light touch: large afferents join the dorsal column of their own side at the entry segment; a lesser part
/// crosses and ascends in the spinothalamic tract. Pin prick: small afferents end in the dorsal horn, whose
/// neurons cross and join the spinothalamic tract of the other side one to two segments further rostral (textbook;
/// Nathan, Smith & Deane 2001 Brain 124:793).
public struct SensoryEntry: Sendable, Hashable {
  /// What is felt.
  public enum Modality: String, Codable, Sendable, CaseIterable {
    /// Light touch.
    case lightTouch
    /// Pin prick.
    case pinPrick
  }

  /// A part of the afferents of a dermatome that takes one way.
  public struct Path: Sendable, Hashable {
    /// Tract in which the part ascends.
    public let tract: Tract
    /// Whether it ascends on the side opposite to the skin.
    public let isCrossed: Bool
    /// Segment at which it has joined the tract; the first segment if that would lie above the cord.
    public let joiningSegment: Int
    /// Part of the dermatome's sensation, 0 to 1; the parts of an entry add up to 1.
    public let weight: Double
  }

  /// Segment of the dermatome.
  public let segment: Int
  /// What is felt.
  public let modality: Modality
  /// The dorsal roots that serve the dermatome with their weights, by segment index; they add up to 1.
  public let roots: [Int: Double]
  /// The ways the sensation takes.
  public let paths: [Path]

  /// Share of a dermatome that each neighbouring root serves.
  ///
  /// Assumed because overlap is known (cutting one root leaves no anaesthesia, Foerster 1933 Brain 56:1) and not
  /// its amount.
  public static let neighbourShare = 0.2

  /// Share of light touch that ascends crossed in the spinothalamic tract.
  ///
  /// Assumed because touch survives a dorsal-column lesion in part (textbook) and its share is not known.
  public static let crossedTouchShare = 0.2

  /// Entry of a dermatome; the cuneate fasciculus takes segments down to T6, the gracile the rest.
  public init(segment: Int, modality: Modality, anatomy: CordAnatomy) {
    self.segment = segment
    self.modality = modality
    let last = anatomy.segments.count - 1
    var roots: [Int: Double] = [segment: 1]
    for neighbour in [segment - 1, segment + 1] where (0...last).contains(neighbour) {
      roots[neighbour] = Self.neighbourShare
      roots[segment, default: 1] -= Self.neighbourShare
    }
    self.roots = roots
    let cuneateEnd = anatomy.segments.firstIndex { $0.name == "T6" } ?? last
    let column: Tract = segment <= cuneateEnd ? .fasciculusCuneatus : .fasciculusGracilis
    func crossed(_ weight: Double) -> [Path] {
      [1, 2].map {
        Path(
          tract: .spinothalamic, isCrossed: true, joiningSegment: max(0, segment - $0), weight: 0.5 * weight)
      }
    }
    switch modality {
    case .lightTouch:
      let direct = Path(
        tract: column, isCrossed: false, joiningSegment: segment, weight: 1 - Self.crossedTouchShare)
      paths = [direct] + crossed(Self.crossedTouchShare)
    case .pinPrick: paths = crossed(1)
    }
  }
}
