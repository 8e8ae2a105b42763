import Foundation

/// A field that a treatment acts through, with how its map is coloured.
struct MappedField {
  /// Name of the field's volume.
  let name: String
  /// Name for readers.
  let title: String
  /// Unit in words.
  let unit: String
  /// Colour of the highest value, red, green and blue from 0 to 255.
  let colour: SIMD3<Float>
  /// Whether colours stand for powers of ten: three of them below the highest value.
  let isLogarithmic: Bool

  /// Colour of cord without any.
  static let ground = SIMD3<Float>(226, 223, 216)
  /// Powers of ten that a logarithmic scale spans; assumed because factors act over about a thousandfold.
  static let decades: Float = 3

  /// Colour of a value.
  ///
  /// Goes from the ground to the field's colour and from there towards dark, so that it also reads in grey.
  func colour(_ value: Float, highest: Float) -> SIMD3<Float> {
    let share = position(value, highest: highest)
    let dark = colour * 0.42
    return share < 0.5
      ? Self.ground + (colour - Self.ground) * (2 * share) : colour + (dark - colour) * (2 * share - 1)
  }

  /// Place of a value on the scale, 0 to 1.
  func position(_ value: Float, highest: Float) -> Float {
    guard value > 0, highest > 0, value.isFinite else { return 0 }
    let ratio = value / highest
    return min(1, max(0, isLogarithmic ? 1 + log10(ratio) / Self.decades : ratio))
  }

  /// All, in the order of the page.
  static let all: [MappedField] = [
    MappedField(
      name: "graft", title: "Living graft", unit: "share of the volume", colour: SIMD3(24, 150, 110),
      isLogarithmic: true),
    MappedField(
      name: "scaffold", title: "Scaffold, its pores included", unit: "share of the volume",
      colour: SIMD3(206, 140, 30), isLogarithmic: false),
    MappedField(
      name: "exosomes", title: "Vesicles taken up", unit: "of the half-maximal level",
      colour: SIMD3(190, 150, 20), isLogarithmic: true),
    MappedField(
      name: "bdnf", title: "BDNF above basal", unit: "ng/mL", colour: SIMD3(140, 84, 190), isLogarithmic: true
    ),
    MappedField(
      name: "nt3", title: "NT-3 above basal", unit: "ng/mL", colour: SIMD3(200, 70, 130), isLogarithmic: true),
    MappedField(
      name: "gdnf", title: "GDNF above basal", unit: "ng/mL", colour: SIMD3(90, 100, 200), isLogarithmic: true
    ),
    MappedField(
      name: "chondroitinase", title: "Chondroitinase activity", unit: "U/mL", colour: SIMD3(0, 125, 190),
      isLogarithmic: true),
    MappedField(
      name: "antiNogo", title: "Antibody against Nogo-A", unit: "ng/mL", colour: SIMD3(210, 90, 50),
      isLogarithmic: true),
    MappedField(
      name: "protection", title: "Secondary death that is prevented", unit: "share",
      colour: SIMD3(40, 140, 200), isLogarithmic: false),
    MappedField(
      name: "repairDrive", title: "Drive of macrophages to repair", unit: "of saturating IL-10",
      colour: SIMD3(110, 150, 40), isLogarithmic: false),
  ]
}
