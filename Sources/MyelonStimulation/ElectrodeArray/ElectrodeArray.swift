/// An electrode array in place: contacts, and the insulating or conducting bodies that carry them.
public struct ElectrodeArray: Sendable, Hashable, Codable {
  /// Name, such as "5-6-5 paddle".
  public let name: String
  /// Contacts in place.
  public let contacts: [ElectrodeContact]
  /// Bodies in place.
  public let bodies: [ElectrodeBody]
  /// Whether the contacts lie on the skin and not in the canal.
  public let isOnSkin: Bool
  /// Where the dimensions come from.
  public let source: String

  /// Makes an array from contacts and bodies in place, and checks it against the anatomy.
  ///
  /// - Parameters:
  ///   - name: name of the array.
  ///   - contacts: contacts, in cord coordinates, mm.
  ///   - bodies: bodies, in cord coordinates, mm.
  ///   - isOnSkin: whether the contacts lie on the skin; they are then not looked for in the canal.
  ///   - source: where the dimensions come from.
  ///   - model: the surroundings of the cord.
  /// - Throws: `ElectrodeArrayError` for the first fault found.
  public init(
    name: String, contacts: [ElectrodeContact], bodies: [ElectrodeBody] = [], isOnSkin: Bool = false,
    source: String = "coordinates given by the user", in model: SpineModel
  ) throws(ElectrodeArrayError) {
    self.name = name
    self.contacts = contacts
    self.bodies = bodies
    self.isOnSkin = isOnSkin
    self.source = source
    try checkContacts()
    for contact in contacts {
      if isOnSkin { try checkSkin(contact, model) } else { try checkCanal(contact, model) }
    }
  }

  /// The contact with a name; nil when there is none.
  public func contact(named name: String) -> ElectrodeContact? { contacts.first { $0.name == name } }

  /// Rostral and caudal end of the contacts, mm.
  public var reach: ClosedRange<Double> {
    let ends = contacts.map { ($0.position.z - $0.halfExtent.z, $0.position.z + $0.halfExtent.z) }
    let low = ends.map(\.0).min() ?? 0
    return low...max(low, ends.map(\.1).max() ?? 0)
  }
}
