/// Where the numbers of a voxel stand in its row of five vectors of eight lanes.
enum GrowthRow {
  /// Vectors of a row: levels, local numbers, guidance along x, y, z.
  static let length = 5
  static let levels = 0
  static let local = 1
  static let guidanceX = 2
  static let guidanceY = 3
  static let guidanceZ = 4
  /// Lanes of the levels.
  static let proteoglycan = 0
  static let myelin = 1
  static let matrix = 2
  static let cells = 3
  static let neurons = 4
  static let bdnf = 5
  static let nt3 = 6
  static let gdnf = 7
  /// Lanes of the local numbers.
  static let substrate = 0
  static let alignment = 1
  static let hostTarget = 2
  static let graftTarget = 3
  static let myelination = 4
  static let greyX = 5
  static let greyY = 6
  static let implant = 7
}
