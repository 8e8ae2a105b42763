import Foundation
import NIfTI

/// The human cord of the PAM50 template: spinal levels, cord, grey and white matter, tracts and horns.
///
/// Template: De Leener et al. 2018 NeuroImage 165:170, doi:10.1016/j.neuroimage.2017.10.041; atlas: Levy et al.
/// 2015 NeuroImage 119:262, doi:10.1016/j.neuroimage.2015.06.040. The maps are read one at a time, cut to the
/// cord and kept as bytes (about 25 MB). Cord coordinates: `z` = 0 at the rostral end of the spinal level C1,
/// `x` = 0 at the template's midline, `y` = 0 at the middle of the cord's depth, smoothed over 10 mm.
public struct PAM50Anatomy: Sendable {
  /// Folder the atlas was read from.
  public let directory: String
  /// Edges of a template voxel, mm.
  public let spacing: SIMD3<Double>
  /// Caudal end of the slices in which the atlas names tracts in at least half of the cord, mm.
  public let coveredTo: Double

  /// Size of the cut-out, voxels; x from right to left, y from ventral to dorsal, z from C1 caudally.
  let size: SIMD3<Int>
  /// Lateral position of the first column's centre, mm.
  let firstX: Double
  /// Spinal level of each slice, 0 for C1; -1 where the slice has none.
  let levels: [Int]
  /// Middle of the cord's depth in each slice, in rows, smoothed.
  let middleRow: [Double]
  let cord: [UInt8]
  let grey: [UInt8]
  let white: [UInt8]
  /// Probability of each region by `RegionCode.rawValue`, 0 to 255; empty where the atlas has no such region.
  let regions: [[UInt8]]

  /// Reads an atlas folder with the subfolders `template` and `atlas`.
  ///
  /// - Parameter directory: the folder.
  /// - Throws: `AnatomyError` that names the missing, unreadable or mismatched file, label or level.
  public init(directory: String) throws(AnatomyError) {
    let folder = PAM50Folder(directory: directory)
    let files = try folder.regionFiles()
    let levelVolume = try folder.volume("template/PAM50_spinal_levels.nii.gz", like: nil)
    let cut = try PAM50Cut(levels: levelVolume, file: "template/PAM50_spinal_levels.nii.gz")
    func map(_ name: String) throws(AnatomyError) -> [UInt8] {
      cut.bytes(try folder.volume(name, like: levelVolume.dimensions))
    }
    let cord = try map("template/PAM50_cord.nii.gz")
    let grey = try map("template/PAM50_gm.nii.gz")
    let white = try map("template/PAM50_wm.nii.gz")
    var regions = [[UInt8]](repeating: [], count: 2 * RegionCode.regionCount)
    for (code, file) in files { regions[Int(code.rawValue)] = try map(file) }
    self.directory = directory
    self.spacing = cut.spacing
    self.size = cut.size
    self.firstX = cut.firstX
    self.levels = cut.levels
    self.cord = cord
    self.grey = grey
    self.white = white
    self.regions = regions
    middleRow = Self.middleRows(cord, size: cut.size, spacing: cut.spacing.z)
    coveredTo = Self.coverage(cord, regions, size: cut.size) * cut.spacing.z
  }

  /// Rostral and caudal end of a spinal level, mm from the rostral end of C1; nil if the template lacks it.
  public func extent(ofSegment name: String) -> (rostral: Double, caudal: Double)? {
    guard let index = HumanCord.segments.firstIndex(where: { $0.name == name }),
      let first = levels.firstIndex(of: index), let last = levels.lastIndex(of: index)
    else { return nil }
    return (Double(first) * spacing.z, Double(last + 1) * spacing.z)
  }

  /// Middle row of the cord in each slice, averaged over 5 mm to either side.
  private static func middleRows(_ cord: [UInt8], size: SIMD3<Int>, spacing: Double) -> [Double] {
    let raw = (0..<size.z).map { slice -> Double? in
      let rows = (0..<size.y).filter { row in
        let base = (slice * size.y + row) * size.x
        return cord[base..<(base + size.x)].contains { $0 > 0 }
      }
      guard let first = rows.first, let last = rows.last else { return nil }
      return 0.5 * Double(first + last)
    }
    let reach = Int((5 / spacing).rounded())
    return raw.indices.map { slice in
      let near = raw[max(0, slice - reach)...min(raw.count - 1, slice + reach)].compactMap { $0 }
      return near.isEmpty ? 0.5 * Double(size.y - 1) : near.reduce(0, +) / Double(near.count)
    }
  }

  /// Number of slices from the top down to the last one whose cord the atlas names at least half of.
  private static func coverage(_ cord: [UInt8], _ regions: [[UInt8]], size: SIMD3<Int>) -> Double {
    let plane = size.x * size.y
    for slice in stride(from: size.z - 1, through: 0, by: -1) {
      let range = (slice * plane)..<((slice + 1) * plane)
      let area = cord[range].reduce(0) { $0 + Int($1) }
      let named = regions.reduce(0) { sum, map in
        map.isEmpty ? sum : sum + map[range].reduce(0) { $0 + Int($1) }
      }
      if area > 0, 2 * named >= area { return Double(slice + 1) }
    }
    return 0
  }
}
