import MyelonAnatomy
import MyelonQuantities

extension ElectrodeArray {
  /// Two wires sewn to the rat's dura, as for stepping on a treadmill: contacts "L2" and "S1".
  ///
  /// Bared wires over the segments L2 and S1 in the midline (Courtine et al. 2009 Nat Neurosci 12:1333,
  /// recalled); as discs of 0.25 mm radius, assumed because the bared length was not at hand. The return lies
  /// in muscle of the back or shoulder: the far boundary.
  ///
  /// - Parameters:
  ///   - model: the surroundings of a rat's cord.
  ///   - lateral: offset from the midline, left positive, mm.
  ///   - radius: radius of the discs, mm.
  /// - Returns: the array; it has no insulating body.
  /// - Throws: `ElectrodeArrayError`.
  public static func ratWires(
    in model: SpineModel, lateral: Double = 0, radius: Double = 0.25
  ) throws(ElectrodeArrayError) -> ElectrodeArray {
    let name = "pair of wires at L2 and S1"
    try require(.rat, name, model)
    try require(radius, atLeast: 0.01, "radius, mm,", of: name)
    guard lateral.isFinite else { throw .unusableNumber(array: name, what: "place", value: "\(lateral)") }
    var places: [(String, Double)] = []
    for segment in ["L2", "S1"] {
      places.append((segment, try ElectrodePlacement.segment(segment).position(in: model)))
    }
    let across = (lateral - radius)...(lateral + radius)
    let seats = seats(model, x: across, pieces: places.map { ($0.1 - radius)...($0.1 + radius) })
    let contacts = zip(places, seats).map { place, y in
      ElectrodeContact(
        name: place.0, position: SIMD3(lateral, y, place.1), shape: .disc(radius: radius))
    }
    return try ElectrodeArray(
      name: name, contacts: contacts, source: "Courtine et al. 2009 Nat Neurosci 12:1333 (recalled)",
      in: model)
  }

  /// A small multi-contact array on the rat's dura: three columns of contacts on a thin sheet.
  ///
  /// Contacts are named by column and row from rostral: "R1", "M1", "L1" and so on. Discs of 0.15 mm radius,
  /// columns 0.9 mm and rows 2 mm apart on a sheet of 3 x 0.15 mm, assumed in the manner of soft implants
  /// that span the segments L2 to S1 (Capogrosso et al. 2013; Wenger et al. 2016, recalled).
  ///
  /// - Parameters:
  ///   - placement: where the middle of the contacts lies.
  ///   - model: the surroundings of a rat's cord.
  ///   - rows: number of rows.
  /// - Returns: the array.
  /// - Throws: `ElectrodeArrayError`.
  public static func ratSheet(
    at placement: ElectrodePlacement, in model: SpineModel, rows: Int = 5
  ) throws(ElectrodeArrayError) -> ElectrodeArray {
    let name = "multi-contact sheet"
    try require(.rat, name, model)
    guard rows >= 1 else { throw .noContacts(array: name) }
    let z = try placement.position(in: model)
    let x = placement.lateral
    let places = (0..<rows).map { z + 2 * (Double($0) - 0.5 * Double(rows - 1)) }
    let pieces = places.map { ($0 - 1)...($0 + 1) }
    let seats = seats(model, x: (x - 1.5)...(x + 1.5), pieces: pieces)
    var contacts: [ElectrodeContact] = []
    for (row, place) in places.enumerated() {
      for (column, letter) in [(-1.0, "R"), (0, "M"), (1, "L")] {
        contacts.append(
          ElectrodeContact(
            name: "\(letter)\(row + 1)", position: SIMD3(x + 0.9 * column, seats[row], place),
            shape: .disc(radius: 0.15)))
      }
    }
    let bodies = zip(pieces, seats).map { piece, y in
      ElectrodeBody(
        shape: .box(
          low: SIMD3(x - 1.5, y, piece.lowerBound), high: SIMD3(x + 1.5, y + 0.15, piece.upperBound)))
    }
    return try ElectrodeArray(
      name: name, contacts: contacts, bodies: bodies, source: "assumed in the manner of soft implants",
      in: model)
  }
}
