import MyelonFields

/// The sections and the grid of a window.
struct SectionWindow {
  let sections: [CrossSection]
  let grid: VoxelGrid

  init(anatomy: CordAnatomy, from start: Double, to end: Double, spacing: Double) throws(AnatomyError) {
    guard start.isFinite, end.isFinite, end > start else { throw .emptyWindow(start: start, end: end) }
    guard end > 0, start < anatomy.length else {
      throw .windowOutsideCord(start: start, end: end, cordLength: anatomy.length)
    }
    let largest = 0.5 * (anatomy.segments.map(\.lateral).max() ?? 0)
    guard spacing.isFinite, spacing > 0, spacing <= largest else {
      throw .unusableSpacing(spacing: spacing, largest: largest)
    }
    let first = max(0, start)
    let slices = max(1, ((min(end, anatomy.length) - first) / spacing).rounded())
    let across = 2 * largest / spacing + 4
    guard slices * across * across <= Double(CordModel.voxelLimit) else {
      throw .tooManyVoxels(needed: slices * across * across, limit: CordModel.voxelLimit)
    }
    sections = (0..<Int(slices)).map { anatomy.crossSection(atZ: first + (Double($0) + 0.5) * spacing) }
    let halfLateral = (sections.map(\.lateral).max() ?? 0) / 2
    let halfDepth = (sections.map(\.anteroposterior).max() ?? 0) / 2
    let nx = 2 * (Int((halfLateral / spacing).rounded(.up)) + 1)
    let ny = 2 * (Int((halfDepth / spacing).rounded(.up)) + 1)
    grid = VoxelGrid(
      nx: nx, ny: ny, nz: Int(slices), spacing: SIMD3(repeating: spacing),
      origin: SIMD3(-0.5 * Double(nx - 1), -0.5 * Double(ny - 1), 0.5) * spacing + SIMD3(0, 0, first))
  }
}
