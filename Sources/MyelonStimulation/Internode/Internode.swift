/// One internode: attachment, fluted paranode, six internodal compartments, fluted paranode, attachment.
public struct Internode: Sendable, Hashable, Codable {
  /// Compartments of an internode.
  public static let compartments = 10
  /// Length of the myelin attachment (MYSA), um (McIntyre and others 2002).
  public static let attachmentLength = 3.0
  /// Length of a node of Ranvier, um (McIntyre and others 2002).
  public static let nodeLength = 1.0
  /// Width of the periaxonal space under the attachment of a healthy fibre, um (McIntyre and others 2002).
  public static let healthyParanodalGap = 0.002
  /// The least number of lamellae that the equations keep: below, the axolemma lies bare.
  ///
  /// Assumed because then the impedance of the myelin is a ten-thousandth of the axolemma's.
  public static let leastLamellae = 1e-4

  /// From the beginning of the node before it to that of the node behind it, um: its own length and one node's.
  public var length: Double
  /// Length of each fluted paranode, um.
  public var flutedLength: Double
  /// Diameter of the axon, um.
  public var axonDiameter: Double
  /// Diameter of the axon under the attachment, um.
  public var paranodeDiameter: Double
  /// Outer diameter of the myelin, um.
  public var fibreDiameter: Double
  /// Number of lamellae, which need not be whole; 0 leaves the axolemma bare.
  public var lamellae: Double
  /// Width of the periaxonal space under the attachment, um; wider when the paranode has come loose.
  public var paranodalGap: Double
  /// Width of the periaxonal space elsewhere, um.
  public var internodalGap: Double
  /// Channels in the axolemma under the myelin, S/cm2, beside its passive conductance; none in a healthy fibre.
  public var axolemma: ChannelDensities

  /// An internode of a healthy morphology.
  public init(_ morphology: FibreMorphology) {
    length = morphology.internodeLength
    flutedLength = morphology.flutedLength
    axonDiameter = morphology.axonDiameter
    paranodeDiameter = morphology.nodeDiameter
    fibreDiameter = morphology.fibreDiameter
    lamellae = morphology.lamellae
    paranodalGap = Self.healthyParanodalGap
    internodalGap = 0.004
    axolemma = .none
  }

  /// Length of each of the six compartments in the middle (STIN), um.
  public var middleLength: Double {
    (length - Self.nodeLength - 2 * Self.attachmentLength - 2 * flutedLength) / 6
  }

  /// Ratio of axon to fibre diameter.
  public var gRatio: Double { axonDiameter / fibreDiameter }

  /// Lengths of its compartments in order, um.
  public var lengths: [Double] {
    [Self.attachmentLength, flutedLength] + [Double](repeating: middleLength, count: 6)
      + [flutedLength, Self.attachmentLength]
  }

  /// Checks that the record can be a piece of a fibre.
  ///
  /// - Throws: ``FibreError/impossibleMorphology(quantity:found:unit:required:)``.
  func validate() throws(FibreError) {
    let positive = [
      ("length of an internode", length), ("length of a fluted paranode", flutedLength),
      ("diameter of an axon", axonDiameter), ("diameter of an axon at its paranode", paranodeDiameter),
      ("diameter of a fibre", fibreDiameter), ("paranodal gap", paranodalGap),
      ("internodal gap", internodalGap),
    ]
    for (name, value) in positive where !(value > 0 && value.isFinite) {
      throw .impossibleMorphology(quantity: name, found: value, unit: "um", required: "above 0 and finite")
    }
    guard middleLength > 0 else {
      throw .impossibleMorphology(
        quantity: "length of an internode", found: length, unit: "um",
        required:
          "above \(Self.nodeLength + 2 * Self.attachmentLength + 2 * flutedLength) um with its paranodes")
    }
    guard lamellae >= 0, lamellae.isFinite else {
      throw .impossibleMorphology(
        quantity: "number of lamellae", found: lamellae, unit: "", required: "0 or more and finite")
    }
  }
}
