/// What fills one voxel of a slice, as shares of classes that have a colour each.
///
/// The tissue volume is shared out among living, dead, fibrotic and fluid-filled tissue (these four add up to
/// one in the model). Living tissue is shared out further: its grey part into tissue with and without neurons,
/// its white part into axons with myelin, axons without, and the place of axons that are gone. Blood and glial
/// scar lie over it, as strong as there is much of them.
struct TissueMix {
  /// The classes in the legend's order.
  enum Class: Int, CaseIterable {
    case whiteMatter, greyMatter, demyelinated, depleted, glialScar, haemorrhage, necrosis, fibrosis, cavity

    /// Name in the legend.
    var title: String {
      switch self {
      case .whiteMatter: "intact white matter"
      case .greyMatter: "intact grey matter"
      case .demyelinated: "axons without myelin"
      case .depleted: "living tissue without its neurons or axons"
      case .glialScar: "glial scar (reactive astrocytes, proteoglycan)"
      case .haemorrhage: "blood outside vessels"
      case .necrosis: "dead tissue"
      case .fibrosis: "fibrotic tissue"
      case .cavity: "fluid-filled cavity"
      }
    }

    /// Colour: red, green, blue from 0 to 255.
    ///
    /// Chosen to differ in lightness as well as hue, so that they stay apart for colour-blind readers and in
    /// a black-and-white print.
    var colour: SIMD3<Float> {
      switch self {
      case .whiteMatter: SIMD3(236, 230, 214)
      case .greyMatter: SIMD3(190, 172, 176)
      case .demyelinated: SIMD3(120, 184, 226)
      case .depleted: SIMD3(205, 188, 142)
      case .glialScar: SIMD3(38, 145, 112)
      case .haemorrhage: SIMD3(178, 24, 43)
      case .necrosis: SIMD3(88, 58, 42)
      case .fibrosis: SIMD3(232, 157, 32)
      case .cavity: SIMD3(20, 44, 92)
      }
    }

    /// The colour as CSS writes it.
    var css: String {
      "rgb(\(Int(colour.x)) \(Int(colour.y)) \(Int(colour.z)))"
    }
  }

  /// Fields of the model that the mix is made from.
  enum Field: Int, CaseIterable {
    case tissue, necrosis, fibrosis, cavity, neurons, axons, myelin, remyelination, haemorrhage
    case reactiveAstrocytes, cspg

    /// Name of the field's volume.
    var name: String { "\(self)" }
    /// Value in an intact cord, which stands in for a volume that is not there.
    var intact: Float {
      switch self {
      case .tissue, .neurons, .axons, .myelin: 1
      default: 0
      }
    }
  }

  /// Values of the fields in one voxel, by `Field.rawValue`.
  var values: [Float]

  /// Colour of the voxel.
  ///
  /// - Parameter grey: grey matter's part of the voxel, 0 to 1.
  /// - Returns: red, green and blue, 0 to 255.
  func colour(grey: Float) -> SIMD3<Float> {
    func value(_ field: Field) -> Float { max(0, values[field.rawValue]) }
    func paint(_ kind: Class, _ share: Float) -> SIMD3<Float> { kind.colour * share }
    let living = value(.tissue)
    let total = max(living + value(.necrosis) + value(.fibrosis) + value(.cavity), 1e-6)

    let neurons = min(1, value(.neurons))
    let axons = min(1, value(.axons))
    let covered = min(1, value(.myelin) + value(.remyelination))
    let greyColour = paint(.greyMatter, neurons) + paint(.depleted, 1 - neurons)
    let whiteColour =
      paint(.whiteMatter, axons * covered) + paint(.demyelinated, axons * (1 - covered))
      + paint(.depleted, 1 - axons)
    var soft = grey * greyColour + (1 - grey) * whiteColour

    // Scar and blood cover what they lie in. Reactive astrocytes at twice the intact density, or proteoglycan
    // at its unit (the peak of a moderate contusion), count as full; the weakest quarter is left out, because
    // some reactivity reaches far beyond what a pathologist calls a scar.
    let scar = max(0.5 * value(.reactiveAstrocytes), value(.cspg))
    soft = Self.cover(soft, with: .glialScar, by: 0.85 * min(1, max(0, (scar - 0.25) / 0.75)))
    soft = Self.cover(soft, with: .haemorrhage, by: 0.9 * min(1, value(.haemorrhage)))
    let dead = Self.cover(
      Class.necrosis.colour, with: .haemorrhage, by: 0.7 * min(1, value(.haemorrhage)))
    let sum = living * soft + value(.necrosis) * dead + paint(.fibrosis, value(.fibrosis))
    return (sum + paint(.cavity, value(.cavity))) / total
  }

  private static func cover(
    _ colour: SIMD3<Float>, with kind: Class, by share: Float
  ) -> SIMD3<Float> {
    colour * (1 - share) + kind.colour * share
  }
}
