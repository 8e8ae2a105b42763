/// The tissues and things that fill the space round the cord; the raw value labels a cell.
public enum SpineTissue: UInt8, Sendable, Hashable, Codable, CaseIterable {
  /// Outside the body: air, which does not conduct.
  case air = 0
  /// Grey matter.
  case greyMatter = 1
  /// White matter, whose fibres run along z.
  case whiteMatter = 2
  /// Cerebrospinal fluid inside the dural sac.
  case cerebrospinalFluid = 3
  /// Epidural fat inside the bony canal and in the intervertebral foramina.
  case epiduralFat = 4
  /// Vertebral bone: body, pedicles, laminae, spinous process, sacrum.
  case bone = 5
  /// Intervertebral disc.
  case disc = 6
  /// Paraspinal muscle and the ligaments between the arches, fibres along z.
  case muscle = 7
  /// All other contents of neck, chest and abdomen.
  case trunk = 8
  /// Subcutaneous fat.
  case subcutaneousFat = 9
  /// Skin.
  case skin = 10
  /// The insulating body of an electrode array.
  case insulation = 11
  /// Tissue that encapsulates an electrode.
  case encapsulation = 12
  /// Gel or sponge under a skin pad.
  case gel = 13

  /// Name in plain words.
  public var title: String {
    switch self {
    case .air: "air"
    case .greyMatter: "grey matter"
    case .whiteMatter: "white matter"
    case .cerebrospinalFluid: "cerebrospinal fluid"
    case .epiduralFat: "epidural fat"
    case .bone: "vertebral bone"
    case .disc: "intervertebral disc"
    case .muscle: "paraspinal muscle"
    case .trunk: "trunk"
    case .subcutaneousFat: "subcutaneous fat"
    case .skin: "skin"
    case .insulation: "electrode insulation"
    case .encapsulation: "encapsulation"
    case .gel: "electrode gel"
    }
  }

  /// Whether the tissue lies inside the dura.
  public var isIntradural: Bool {
    self == .greyMatter || self == .whiteMatter || self == .cerebrospinalFluid
  }
}
