import MyelonAnatomy
import MyelonQuantities

extension ElectrodeArray {
  /// Dorsal position on which a flat body of a given reach rests: the dura's highest point under it plus the scar, mm.
  static func seat(_ model: SpineModel, x: ClosedRange<Double>, z: ClosedRange<Double>) -> Double {
    let nearest = x.contains(0) ? 0 : min(abs(x.lowerBound), abs(x.upperBound))
    var height = -Double.infinity
    let steps = 40
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

  private static func require(_ species: Species, _ name: String, _ model: SpineModel)
    throws(ElectrodeArrayError)
  {
    guard model.species == species else {
      throw .wrongSpecies(array: name, required: species.rawValue, found: model.species.rawValue)
    }
  }

  /// A surgical paddle with 16 contacts in columns of 5, 6 and 5, as the Medtronic Specify 5-6-5 (39565).
  ///
  /// Contacts "1" to "5" are the right column, "6" to "11" the middle, "12" to "16" the left, each from rostral to caudal. The maker
  /// states numbers and pattern; sizes are recalled, low confidence: contacts 4.0 x 1.5 mm, 9.0 mm apart along a column (5.0 mm
  /// from edge to edge, which gives the stated active length of 49 mm), columns 2.5 mm apart, paddle 64.2 x 10 x 2 mm. The outer columns
  /// are shifted by half a step. The true paddle is curved; here it is flat, and scar fills the gap to the dura at its sides.
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
    let low = SIMD3(x - 5, 0, z - 32.1)
    let high = SIMD3(x + 5, 0, z + 32.1)
    let y = seat(model, x: low.x...high.x, z: low.z...high.z)
    var contacts: [ElectrodeContact] = []
    for (column, count) in [(-1.0, 5), (0, 6), (1, 5)] {
      for row in 0..<count {
        contacts.append(
          ElectrodeContact(
            name: "\(contacts.count + 1)",
            position: SIMD3(x + 2.5 * column, y, z + 9 * (Double(row) - 0.5 * Double(count - 1))),
            shape: .rectangle(width: 1.5, length: 4)))
      }
    }
    let body = ElectrodeBody(
      shape: .box(low: SIMD3(low.x, y, low.z), high: SIMD3(high.x, y + 2, high.z)))
    return try ElectrodeArray(
      name: name, contacts: contacts, bodies: [body],
      source: "numbers and pattern: maker's press release 2007; sizes recalled, low confidence", in: model)
  }

  /// A percutaneous lead: a thin cylinder with ring contacts in a row.
  ///
  /// Contacts "1" to the number of contacts from rostral to caudal. A ring is represented by its footprint, a rectangle as wide
  /// as the shaft that faces the cord, so its charge density comes out about three times that of the ring. Sizes recalled, medium
  /// confidence: 8 contacts of 3 mm on a shaft of 1.3 mm, 7 mm apart (4 mm from edge to edge).
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
    let z = try placement.position(in: model)
    let lead = lead(
      model, x: placement.lateral, z: z, first: 1, count: count, length: contactLength, pitch: pitch,
      diameter: diameter)
    return try ElectrodeArray(
      name: name, contacts: lead.contacts, bodies: [lead.body], source: "recalled, medium confidence",
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
    let z = try placement.position(in: model)
    let leads = [(-0.5, 1), (0.5, 9)].map { side, first in
      lead(
        model, x: placement.lateral + side * distance, z: z, first: first, count: 8, length: 3, pitch: 7,
        diameter: 1.3)
    }
    return try ElectrodeArray(
      name: name, contacts: leads.flatMap(\.contacts), bodies: leads.map(\.body),
      source: "recalled, medium confidence", in: model)
  }

  private static func lead(
    _ model: SpineModel, x: Double, z: Double, first: Int, count: Int, length: Double, pitch: Double,
    diameter: Double
  ) -> (contacts: [ElectrodeContact], body: ElectrodeBody) {
    let half = 0.5 * (pitch * Double(max(0, count - 1)) + length)
    let y = seat(model, x: (x - 0.5 * diameter)...(x + 0.5 * diameter), z: (z - half)...(z + half))
    let contacts = (0..<count).map { row in
      ElectrodeContact(
        name: "\(first + row)", position: SIMD3(x, y, z + pitch * (Double(row) - 0.5 * Double(count - 1))),
        shape: .rectangle(width: diameter, length: length))
    }
    let body = ElectrodeBody(
      shape: .cylinder(
        x: x, y: y + 0.5 * diameter, radius: 0.5 * diameter, from: z - half - 3, to: z + half + 3))
    return (contacts, body)
  }

  /// One contact on the dura in the dorsal epidural space: contact "1", a disc, or a point when its radius is 0.
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
    let z = try placement.position(in: model)
    let x = placement.lateral
    let y = seat(model, x: (x - radius)...(x + radius), z: (z - radius)...(z + radius))
    let shape: ElectrodeContact.Shape = radius > 0 ? .disc(radius: radius) : .point
    return try ElectrodeArray(
      name: radius > 0 ? "disc" : "point",
      contacts: [ElectrodeContact(name: "1", position: SIMD3(x, y, z), shape: shape)],
      source: "an idealisation", in: model)
  }
}
