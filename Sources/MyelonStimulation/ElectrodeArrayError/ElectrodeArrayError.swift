/// Why an electrode array cannot be placed as described.
public enum ElectrodeArrayError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The array has no contact.
  case noContacts(array: String)
  /// Two contacts have the same name.
  case sameName(array: String, contact: String)
  /// A number of a contact is not finite, or a size is not above 0.
  case unusableContact(array: String, contact: String)
  /// A number that describes the array or its place is not finite or too small.
  case unusableNumber(array: String, what: String, value: String)
  /// Two contacts share space; distance between their middles, mm.
  case overlappingContacts(array: String, first: String, second: String, distance: Double)
  /// The placement names a vertebra or segment that the species does not have.
  case unknownLevel(name: String, known: [String])
  /// A contact lies inside the cord; position in mm.
  case insideCord(array: String, contact: String, position: SIMD3<Double>)
  /// A contact lies in bone, muscle or beyond: outside the bony canal; position in mm.
  case outsideCanal(array: String, contact: String, position: SIMD3<Double>, tissue: String)
  /// A contact of a skin pad does not lie on the skin; distance behind it in mm (negative is inside).
  case offSkin(array: String, contact: String, distance: Double)
  /// The template is made for another species.
  case wrongSpecies(array: String, required: String, found: String)

  /// What is required, what was found, and what to do.
  public var description: String {
    switch self {
    case .noContacts(let array):
      return "The electrode array '\(array)' needs at least one contact; found none: list its contacts."
    case .sameName(let array, let contact):
      return "Contacts of '\(array)' need different names; found '\(contact)' twice: rename one."
    case .unusableContact(let array, let contact):
      return "Contact '\(contact)' of '\(array)' needs a finite position and sizes above 0 mm; found "
        + "others: correct it."
    case .unusableNumber(let array, let what, let value):
      return "The \(what) of '\(array)' must be finite and large enough; found \(value): correct it."
    case .overlappingContacts(let array, let first, let second, let distance):
      return "Contacts of '\(array)' must not touch; found '\(first)' over '\(second)', their middles "
        + "\(distance) mm apart: move or shrink one."
    case .unknownLevel(let name, let known):
      return "A vertebra or segment of this species is required, found '\(name)': use one of "
        + known.joined(separator: ", ") + "."
    case .insideCord(let array, let contact, let position):
      return "Contact '\(contact)' of '\(array)' must lie outside the cord; found it inside, at "
        + "\(Self.text(position)) mm: move it dorsally or laterally."
    case .outsideCanal(let array, let contact, let position, let tissue):
      return "Contact '\(contact)' of '\(array)' must lie in the spinal canal; found it in \(tissue), at "
        + "\(Self.text(position)) mm: move it towards the midline or the dura."
    case .offSkin(let array, let contact, let distance):
      return
        "Contact '\(contact)' of '\(array)' must lie on the skin; found it \(distance) mm off it: move it."
    case .wrongSpecies(let array, let required, let found):
      return
        "The array '\(array)' is made for the \(required); found a model of the \(found): use another array."
    }
  }

  /// A position to a hundredth of a millimetre.
  private static func text(_ position: SIMD3<Double>) -> String {
    [position.x, position.y, position.z].map { "\(($0 * 100).rounded() / 100)" }.joined(separator: ", ")
  }
}
