import MyelonAnatomy

extension ElectrodeArray {
  /// Least thickness of the gel between skin and metal, mm; assumed as of usual adhesive pads.
  private static let gel = 2.0

  /// A pad on the skin of the back or the belly: a rectangle of metal on gel that fills the gap to the curved
  /// skin.
  ///
  /// - Parameters:
  ///   - name: name of the contact.
  ///   - x: lateral position of its middle, mm.
  ///   - z: position of its middle along the cord, mm.
  ///   - width: edge across the body, mm.
  ///   - length: edge along the body, mm.
  ///   - isBack: whether it lies on the back; else on the front.
  ///   - model: the surroundings of the cord.
  /// - Returns: the contact and the gel.
  public static func pad(
    _ name: String, x: Double, z: Double, width: Double, length: Double, isBack: Bool, in model: SpineModel
  ) -> (contact: ElectrodeContact, gel: ElectrodeBody) {
    var surfaces: [Double] = []
    for place in [z - 0.5 * length, z, z + 0.5 * length] {
      let skin = model.section(atZ: place).skin
      for offset in [-0.5, 0, 0.5] {
        // A corner beyond the flank hangs over it; the gel there reaches to mid-depth.
        let side = x + offset * width
        surfaces.append(
          (isBack ? skin.dorsalSurface(atX: side) : skin.ventralSurface(atX: side)) ?? skin.middle)
      }
    }
    let outermost = isBack ? (surfaces.max() ?? 0) : (surfaces.min() ?? 0)
    let innermost = isBack ? (surfaces.min() ?? 0) : (surfaces.max() ?? 0)
    let plane = outermost + (isBack ? gel : -gel)
    let low = SIMD3(x - 0.5 * width, min(plane, innermost), z - 0.5 * length)
    let high = SIMD3(x + 0.5 * width, max(plane, innermost), z + 0.5 * length)
    return (
      ElectrodeContact(
        name: name, position: SIMD3(x, plane, z), shape: .rectangle(width: width, length: length),
        facing: isBack ? .ventral : .dorsal),
      ElectrodeBody(shape: .box(low: low, high: high), material: .gel)
    )
  }

  /// Pads for transcutaneous stimulation of the lumbosacral cord.
  ///
  /// Contact "back", 50 x 50 mm over the spinous processes T11 and T12 (the lowest part of T11's level), and
  /// "belly-right" and "belly-left", 80 x 130 mm beside the navel (beside L4), in the manner of Minassian,
  /// Hofstoetter and Danner (recalled; Danner et al. 2016, PMC4721643, for the back).
  ///
  /// - Parameters:
  ///   - model: the surroundings of a human cord.
  ///   - placement: where the middle of the back pad lies; nil takes the disc T11/T12.
  /// - Returns: the array; cathode and anodes are the montage's choice.
  /// - Throws: `ElectrodeArrayError`.
  public static func lumbarPads(
    in model: SpineModel, at placement: ElectrodePlacement? = nil
  ) throws(ElectrodeArrayError) -> ElectrodeArray {
    let name = "lumbar skin pads"
    try require(.human, name, model)
    let place = placement ?? .vertebra("T11", share: 1)
    let belly = try ElectrodePlacement.vertebra("L4").position(in: model)
    let back = pad(
      "back", x: place.lateral, z: try place.position(in: model), width: 50, length: 50, isBack: true,
      in: model)
    let right = pad("belly-right", x: -55, z: belly, width: 80, length: 130, isBack: false, in: model)
    let left = pad("belly-left", x: 55, z: belly, width: 80, length: 130, isBack: false, in: model)
    let pads = [back, right, left]
    return try ElectrodeArray(
      name: name, contacts: pads.map(\.contact), bodies: pads.map(\.gel), isOnSkin: true,
      source: "Danner et al. 2016, PMC4721643; sizes recalled", in: model)
  }

  /// Pads for transcutaneous stimulation of the cervical cord.
  ///
  /// Contacts "upper" between the spinous processes C3 and C4 and "lower" between C6 and C7, 25 x 25 mm each,
  /// and returns over the collar bones ("clavicle-right", "clavicle-left", 50 x 50 mm, beside T2 in front)
  /// and over the iliac crests ("iliac-right", "iliac-left", 75 x 130 mm, beside L4 in front); recalled from
  /// published protocols.
  ///
  /// - Parameter model: the surroundings of a human cord.
  /// - Returns: the array; cathodes and anodes are the montage's choice.
  /// - Throws: `ElectrodeArrayError`.
  public static func cervicalPads(in model: SpineModel) throws(ElectrodeArrayError) -> ElectrodeArray {
    let name = "cervical skin pads"
    try require(.human, name, model)
    func z(_ level: String, _ share: Double = 0.5) throws(ElectrodeArrayError) -> Double {
      try ElectrodePlacement.vertebra(level, share: share).position(in: model)
    }
    let pads = [
      pad("upper", x: 0, z: try z("C3", 1), width: 25, length: 25, isBack: true, in: model),
      pad("lower", x: 0, z: try z("C6", 1), width: 25, length: 25, isBack: true, in: model),
      pad("clavicle-right", x: -70, z: try z("T2"), width: 50, length: 50, isBack: false, in: model),
      pad("clavicle-left", x: 70, z: try z("T2"), width: 50, length: 50, isBack: false, in: model),
      pad("iliac-right", x: -80, z: try z("L4"), width: 75, length: 130, isBack: false, in: model),
      pad("iliac-left", x: 80, z: try z("L4"), width: 75, length: 130, isBack: false, in: model),
    ]
    return try ElectrodeArray(
      name: name, contacts: pads.map(\.contact), bodies: pads.map(\.gel), isOnSkin: true, source: "recalled",
      in: model)
  }
}
