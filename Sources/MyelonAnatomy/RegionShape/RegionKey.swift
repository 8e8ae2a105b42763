/// A region of one side without its side: a tract or a part of the grey matter, 0 to 19.
///
/// The number is half the `RegionCode`: tracts 0 to 16, grey matter 17 to 19.
enum RegionKey {
  static let count = RegionCode.regionCount
  static let propriospinal = Int(Tract.propriospinal.rawValue)
  static let firstGrey = 17

  static func index(_ tract: Tract) -> Int { Int(tract.rawValue) }

  static func index(_ grey: GreyRegion) -> Int { firstGrey + Int(grey.rawValue) }
}
