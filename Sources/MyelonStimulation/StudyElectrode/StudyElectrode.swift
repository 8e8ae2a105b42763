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
    /// Two wires on the dura over the segments L2 and S1; rats.
    case ratWires = "rat-wires"
    /// A sheet of three columns of contacts on the dura; rats.
    case ratSheet = "rat-sheet"
    /// Pads on the skin of back and belly for the lumbosacral cord; people.
    case lumbarPads = "lumbar-pads"
    /// Pads on the skin for the cervical cord; people.
    case cervicalPads = "cervical-pads"
    /// Contacts with coordinates of their own.
    case custom
  }

  /// Kind.
  public var kind: Kind
  /// Where the middle of a template lies; nil only for kinds that have a place of their own.
  public var placement: ElectrodePlacement?
  /// Radius of a disc, mm; used by `disc` only.
  public var radius: Double
  /// Contacts of the user's own; used by `custom` only.
  public var contacts: [ElectrodeContact]
  /// Whether the user's own contacts lie on the skin.
  public var isOnSkin: Bool

  /// Describes an electrode.
  public init(
    kind: Kind, placement: ElectrodePlacement? = nil, radius: Double = 1,
    contacts: [ElectrodeContact] = [], isOnSkin: Bool = false
  ) {
    self.kind = kind
    self.placement = placement
    self.radius = radius
    self.contacts = contacts
    self.isOnSkin = isOnSkin
  }

  /// Whether a kind must be told where it lies.
  public static func needsPlace(_ kind: Kind) -> Bool {
    switch kind {
    case .paddle, .lead, .leadPair, .disc, .point, .ratSheet: true
    case .ratWires, .lumbarPads, .cervicalPads, .custom: false
    }
  }

  /// The electrode in place.
  ///
  /// - Parameter model: the surroundings of the cord.
  /// - Returns: the array.
  /// - Throws: `ElectrodeArrayError`.
  public func array(in model: SpineModel) throws(ElectrodeArrayError) -> ElectrodeArray {
    // The beginning of the cord, where the checks of an array that was given no place will find fault.
    let place = placement ?? ElectrodePlacement(.position(0))
    switch kind {
    case .paddle: return try .paddle565(at: place, in: model)
    case .lead: return try .percutaneousLead(at: place, in: model)
    case .leadPair: return try .leadPair(at: place, in: model)
    case .disc: return try .monopole(at: place, in: model, radius: radius)
    case .point: return try .monopole(at: place, in: model)
    case .ratWires: return try .ratWires(in: model, lateral: placement?.lateral ?? 0)
    case .ratSheet: return try .ratSheet(at: place, in: model)
    case .lumbarPads: return try .lumbarPads(in: model, at: placement)
    case .cervicalPads: return try .cervicalPads(in: model)
    case .custom:
      return try ElectrodeArray(
        name: "contacts of the file", contacts: contacts, isOnSkin: isOnSkin, in: model)
    }
  }
}
