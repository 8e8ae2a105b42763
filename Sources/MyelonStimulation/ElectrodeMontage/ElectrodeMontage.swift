/// How an electrode array is driven: the share of the current that each contact carries.
///
/// A share of -1 makes a contact the cathode of an amplitude of 1 mA. What the shares do not return flows off through the far
/// boundary of the domain (the case of an implanted stimulator).
public struct ElectrodeMontage: Sendable, Hashable, Codable {
  /// Name, such as "monopolar 3".
  public var name: String
  /// Current of each contact relative to the amplitude, by contact name; absent contacts carry none.
  public var shares: [String: Double]

  /// Makes a montage.
  public init(name: String, shares: [String: Double]) {
    self.name = name
    self.shares = shares
  }

  /// One cathode against the far boundary.
  public static func monopolar(_ contact: String) -> ElectrodeMontage {
    ElectrodeMontage(name: "monopolar \(contact)", shares: [contact: -1])
  }

  /// One cathode and one anode.
  public static func bipolar(cathode: String, anode: String) -> ElectrodeMontage {
    ElectrodeMontage(name: "bipolar \(cathode)-/\(anode)+", shares: [cathode: -1, anode: 1])
  }

  /// Current that returns through the far boundary, relative to the amplitude.
  public var farCurrent: Double { -shares.values.reduce(0, +) }
}
