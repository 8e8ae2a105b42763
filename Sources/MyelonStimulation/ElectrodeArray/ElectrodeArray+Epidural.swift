import MyelonAnatomy
import MyelonQuantities

extension ElectrodeArray {
  /// Steps in which bodies and contacts follow the dura, mm: so that the faces of a grid of 0.25 or 0.125 mm
  /// (rat: 0.05) meet them all.
  static func step(_ model: SpineModel) -> Double { model.species == .human ? 0.25 : 0.05 }

  /// Dorsal position on which a flat body of a given reach rests: the dura's highest point under it plus the
  /// scar, mm.
  static func seat(_ model: SpineModel, x: ClosedRange<Double>, z: ClosedRange<Double>) -> Double {
    let nearest = x.contains(0) ? 0 : min(abs(x.lowerBound), abs(x.upperBound))
    var height = -Double.infinity
    let steps = 10
    for step in 0...steps {
      let position = z.lowerBound + (z.upperBound - z.lowerBound) * Double(step) / Double(steps)
      let section = model.section(atZ: position)
      guard let sac = section.sac else {
        height = max(height, section.canal.middle)
        continue
      }
      let t = min(1, nearest / sac.halfWidth)
      height = max(height, sac.middle + sac.halfDepth * (1 - t * t).squareRoot())
    }
    return height + model.parameters["encapsulation_thickness"]
  }

  /// Seats of the pieces of a body that bends along the dura, rounded up to whole steps from the highest.
  static func seats(
    _ model: SpineModel, x: ClosedRange<Double>, pieces: [ClosedRange<Double>]
  ) -> [Double] {
    let exact = pieces.map { seat(model, x: x, z: $0) }
    let top = exact.max() ?? 0
    let step = step(model)
    return exact.map { top - step * ((top - $0) / step + 1e-9).rounded(.down) }
  }

  /// Refuses a number that is not finite or below its least value.
  static func require(
    _ value: Double, atLeast least: Double, _ what: String, of name: String
  ) throws(ElectrodeArrayError) {
    guard value.isFinite, value >= least else {
      throw .unusableNumber(array: name, what: what, value: "\(value)")
    }
  }

  static func require(_ species: Species, _ name: String, _ model: SpineModel)
    throws(ElectrodeArrayError)
  {
    guard model.species == species else {
      throw .wrongSpecies(array: name, required: species.rawValue, found: model.species.rawValue)
    }
  }

  /// A surgical paddle with 16 contacts in columns of 5, 6 and 5, as the Medtronic Specify 5-6-5 (39565).
  ///
  /// Contacts "1" to "5" are the right column, "6" to "11" the middle, "12" to "16" the left, each from
  /// rostral to caudal. The maker states numbers and pattern; sizes are recalled, low confidence: contacts
  /// 4.0 x 1.5 mm, 9.0 mm apart along a column (5.0 mm from edge to edge, which gives the stated active
  /// length of 49 mm), columns 2.5 mm apart, paddle 64.2 x 10 x 2 mm. The outer columns are shifted by half a
  /// step. The paddle follows the dura along the cord in steps of 0.25 mm; across it is flat, where the true
  /// one is curved, and scar fills the gap to the dura at its sides.
  ///
  /// - Parameters:
  ///   - placement: where the middle of the contacts lies.
  ///   - model: the surroundings of a human cord.
  /// - Returns: the array.
  /// - Throws: `ElectrodeArrayError`.
  public static func paddle565(
    at placement: ElectrodePlacement, in model: SpineModel
  ) throws(ElectrodeArrayError) -> ElectrodeArray {
    let name = "5-6-5 paddle"
    try require(.human, name, model)
    let z = try placement.position(in: model)
    let x = placement.lateral
    // Eleven rows, 4.5 mm apart: contacts of the middle column and of the outer columns by turns.
    let rows = (0..<11).map { z + 4.5 * (Double($0) - 5) }
    let pieces = rows.enumerated().map { row, middle in
      (row == 0 ? z - 32.1 : middle - 2.25)...(row == 10 ? z + 32.1 : middle + 2.25)
    }
    let seats = seats(model, x: (x - 5)...(x + 5), pieces: pieces)
    var contacts: [ElectrodeContact] = []
    for (column, count) in [(-1.0, 5), (0, 6), (1, 5)] {
      for index in 0..<count {
        let row = 2 * index + (column == 0 ? 0 : 1)
        contacts.append(
          ElectrodeContact(
            name: "\(contacts.count + 1)", position: SIMD3(x + 2.5 * column, seats[row], rows[row]),
            shape: .rectangle(width: 1.5, length: 4)))
      }
    }
    let bodies = zip(pieces, seats).map { piece, y in
      ElectrodeBody(
        shape: .box(low: SIMD3(x - 5, y, piece.lowerBound), high: SIMD3(x + 5, y + 2, piece.upperBound)))
    }
    return try ElectrodeArray(
      name: name, contacts: contacts, bodies: bodies,
      source: "numbers and pattern: maker's press release 2007; sizes recalled, low confidence", in: model)
  }

  /// A percutaneous lead: a thin cylinder with ring contacts in a row.
  ///
  /// Contacts "1" to the number of contacts from rostral to caudal. A ring is represented by its footprint, a
  /// rectangle as wide as the shaft that faces the cord, so its charge density comes out about three times
  /// that of the ring. Sizes recalled, medium confidence: 8 contacts of 3 mm on a shaft of 1.3 mm, 7 mm apart
  /// (4 mm from edge to edge).
  ///
  /// - Parameters:
  ///   - placement: where the middle of the contacts lies.
  ///   - model: the surroundings of a human cord.
  ///   - count: number of contacts.
  ///   - contactLength: length of a contact, mm.
  ///   - pitch: distance from contact to contact, mm.
  ///   - diameter: of the shaft, mm.
  /// - Returns: the array.
  /// - Throws: `ElectrodeArrayError`.
  public static func percutaneousLead(
    at placement: ElectrodePlacement, in model: SpineModel, count: Int = 8, contactLength: Double = 3,
    pitch: Double = 7, diameter: Double = 1.3
  ) throws(ElectrodeArrayError) -> ElectrodeArray {
    let name = "percutaneous lead"
    try require(.human, name, model)
    guard count >= 1 else { throw .noContacts(array: name) }
    try require(contactLength, atLeast: 0.1, "length of contacts, mm,", of: name)
    try require(pitch, atLeast: contactLength, "distance of contacts, mm,", of: name)
    try require(diameter, atLeast: 0.1, "diameter, mm,", of: name)
    let z = try placement.position(in: model)
    let lead = lead(
      model, x: placement.lateral, z: z, first: 1, count: count, length: contactLength, pitch: pitch,
      diameter: diameter)
    return try ElectrodeArray(
      name: name, contacts: lead.contacts, bodies: lead.bodies, source: "recalled, medium confidence",
      in: model)
  }

  /// Two percutaneous leads side by side: contacts "1" to "8" right, "9" to "16" left.
  ///
  /// - Parameters:
  ///   - placement: where the middle between them lies.
  ///   - model: the surroundings of a human cord.
  ///   - distance: between the leads' axes, mm.
  /// - Returns: the array.
  /// - Throws: `ElectrodeArrayError`.
  public static func leadPair(
    at placement: ElectrodePlacement, in model: SpineModel, distance: Double = 4
  ) throws(ElectrodeArrayError) -> ElectrodeArray {
    let name = "pair of percutaneous leads"
    try require(.human, name, model)
    try require(distance, atLeast: 0, "distance of the leads, mm,", of: name)
    let z = try placement.position(in: model)
    let leads = [(-0.5, 1), (0.5, 9)].map { side, first in
      lead(
        model, x: placement.lateral + side * distance, z: z, first: first, count: 8, length: 3, pitch: 7,
        diameter: 1.3)
    }
    return try ElectrodeArray(
      name: name, contacts: leads.flatMap(\.contacts), bodies: leads.flatMap(\.bodies),
      source: "recalled, medium confidence", in: model)
  }

  private static func lead(
    _ model: SpineModel, x: Double, z: Double, first: Int, count: Int, length: Double, pitch: Double,
    diameter: Double
  ) -> (contacts: [ElectrodeContact], bodies: [ElectrodeBody]) {
    let rows = (0..<count).map { z + pitch * (Double($0) - 0.5 * Double(count - 1)) }
    let pieces = rows.enumerated().map { row, middle in
      (middle - 0.5 * pitch - (row == 0 ? 3 : 0))...(middle + 0.5 * pitch + (row == count - 1 ? 3 : 0))
    }
    let radius = 0.5 * diameter
    let seats = seats(model, x: (x - radius)...(x + radius), pieces: pieces)
    let contacts = zip(rows, seats).enumerated().map { index, place in
      ElectrodeContact(
        name: "\(first + index)", position: SIMD3(x, place.1, place.0),
        shape: .rectangle(width: diameter, length: length))
    }
    let bodies = zip(pieces, seats).map { piece, y in
      ElectrodeBody(
        shape: .cylinder(x: x, y: y + radius, radius: radius, from: piece.lowerBound, to: piece.upperBound))
    }
    return (contacts, bodies)
  }

  /// One contact on the dura in the dorsal epidural space: contact "1", a disc, or a point when its radius is
  /// 0.
  ///
  /// - Parameters:
  ///   - placement: where its middle lies.
  ///   - model: the surroundings of the cord.
  ///   - radius: of the disc, mm; 0 makes it a point.
  /// - Returns: the array; it has no insulating body.
  /// - Throws: `ElectrodeArrayError`.
  public static func monopole(
    at placement: ElectrodePlacement, in model: SpineModel, radius: Double = 0
  ) throws(ElectrodeArrayError) -> ElectrodeArray {
    let name = radius > 0 ? "disc" : "point"
    try require(radius, atLeast: 0, "radius, mm,", of: name)
    let z = try placement.position(in: model)
    let x = placement.lateral
    let y = seat(model, x: (x - radius)...(x + radius), z: (z - radius)...(z + radius))
    let shape: ElectrodeContact.Shape = radius > 0 ? .disc(radius: radius) : .point
    return try ElectrodeArray(
      name: name,
      contacts: [ElectrodeContact(name: "1", position: SIMD3(x, y, z), shape: shape)],
      source: "an idealisation", in: model)
  }
}
