import MyelonAnatomy

/// The electrode of a study: a template of the catalogue in its place, or contacts of the user's own.
public struct StudyElectrode: Sendable, Hashable, Codable {
  /// Kinds of electrode.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Surgical paddle of 16 contacts in columns of 5, 6 and 5; people.
    case paddle = "paddle-5-6-5"
    /// Percutaneous lead of 8 contacts; people.
    case lead = "percutaneous-lead"
    /// Two percutaneous leads side by side; people.
    case leadPair = "lead-pair"
    /// One disc on the dura.
    case disc
    /// One point on the dura.
    case point
    /// Contacts with coordinates of their own.
    case custom
  }

  /// Kind.
  public var kind: Kind
  /// Where the middle of a template lies; not used by `custom`.
  public var placement: ElectrodePlacement
  /// Radius of a disc, mm; used by `disc` only.
  public var radius: Double
  /// Contacts of the user's own; used by `custom` only.
  public var contacts: [ElectrodeContact]
  /// Whether the user's own contacts lie on the skin.
  public var isOnSkin: Bool

  /// Describes an electrode.
  public init(
    kind: Kind, placement: ElectrodePlacement = ElectrodePlacement(.position(0)), radius: Double = 1,
    contacts: [ElectrodeContact] = [], isOnSkin: Bool = false
  ) {
    self.kind = kind
    self.placement = placement
    self.radius = radius
    self.contacts = contacts
    self.isOnSkin = isOnSkin
  }

  /// The electrode in place.
  ///
  /// - Parameter model: the surroundings of the cord.
  /// - Returns: the array.
  /// - Throws: `ElectrodeArrayError`.
  public func array(in model: SpineModel) throws(ElectrodeArrayError) -> ElectrodeArray {
    switch kind {
    case .paddle: try .paddle565(at: placement, in: model)
    case .lead: try .percutaneousLead(at: placement, in: model)
    case .leadPair: try .leadPair(at: placement, in: model)
    case .disc: try .monopole(at: placement, in: model, radius: radius)
    case .point: try .monopole(at: placement, in: model)
    case .custom:
      try ElectrodeArray(name: "contacts of the file", contacts: contacts, isOnSkin: isOnSkin, in: model)
    }
  }
}
