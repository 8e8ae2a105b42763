import MyelonAnatomy

/// Paints one slice, row by row, from the skin inward.
struct SlicePainter {
  private let frame: PaintFrame
  private let section: SpineSection
  private let target: UnsafeMutableBufferPointer<UInt8>
  private var scanner: SectionScanner?
  private let capacity: Int

  init(frame: PaintFrame, section: SpineSection, target: UnsafeMutableBufferPointer<UInt8>) {
    self.frame = frame
    self.section = section
    self.target = target
    capacity = section.cord.map { Int((0.5 * $0.lateral / frame.pitch).rounded(.up)) * 2 + 4 } ?? 0
    scanner = section.cord.map { [capacity] in SectionScanner($0, capacity: capacity) }
  }

  mutating func paint() {
    for row in frame.y.indices {
      paintTissues(row)
      paintBodies(row)
      paintFluid(row)
      paintSeats(row)
      paintGel(row)
    }
  }

  /// Fills the cells of a row whose centres lie from `low` up to `high`, mm.
  @inline(__always)
  private func fill(_ row: Int, _ low: Double, _ high: Double, _ tissue: SpineTissue) {
    guard high > low else { return }
    fill(row, frame.column(low), frame.column(high), tissue)
  }

  @inline(__always)
  private func fill(_ row: Int, _ first: Int, _ end: Int, _ tissue: SpineTissue) {
    guard end > first else { return }
    let base = row * frame.x.count
    UnsafeMutableBufferPointer(rebasing: target[(base + first)..<(base + end)]).update(
      repeating: tissue.rawValue)
  }

  private func paintTissues(_ row: Int) {
    let y = frame.y[row]
    // Skin cells stay at the ends of every row and wherever the row before or after does not reach.
    let before = row > 0 ? section.skin.halfWidth(at: frame.y[row - 1]) : .infinity
    let after = row + 1 < frame.y.count ? section.skin.halfWidth(at: frame.y[row + 1]) : .infinity
    let under = min(before, after)
    var inner = 0..<0
    section.row(at: y) { tissue, halfWidth in
      guard halfWidth > 0 else { return }
      // A centre exactly on an outline lies outside on both sides, so that symmetric grids give symmetric
      // labels.
      let first = frame.column(-halfWidth.nextDown)
      let end = frame.column(halfWidth)
      switch tissue {
      case .skin:
        // A grid that cuts the body has no skin at the cut.
        let start = max(first == 0 ? 0 : first + 1, frame.column(-under.nextDown))
        inner = start..<max(start, min(end == frame.x.count ? end : end - 1, frame.column(under)))
        fill(row, first, end, tissue)
      default:
        fill(row, max(first, inner.lowerBound), min(end, inner.upperBound), tissue)
      }
    }
  }

  private func paintBodies(_ row: Int) {
    let y = frame.y[row]
    for body in frame.bodies where body.material == .insulation {
      if let scar = body.stretch(y: y, z: section.z, margin: frame.scar) {
        fill(row, scar.from, scar.to, .encapsulation)
      }
      // Scar fills the gap between a flat body and the dura below it.
      if case .box(let low, let high) = body.shape, section.z >= low.z, section.z < high.z, y < low.y,
        y >= (section.sac?.middle ?? .infinity)
      {
        fill(row, low.x, high.x, .encapsulation)
      }
    }
    for body in frame.bodies where body.material == .insulation {
      if let inside = body.stretch(y: y, z: section.z, margin: 0) {
        fill(row, inside.from, inside.to, .insulation)
      }
    }
  }

  private mutating func paintFluid(_ row: Int) {
    let y = frame.y[row]
    if let sac = section.sac {
      let half = sac.halfWidth(at: y)
      if half > 0 { fill(row, frame.column(-half.nextDown), frame.column(half), .cerebrospinalFluid) }
    }
    guard let cord = section.cord else { return }
    let halfWidth = 0.5 * cord.lateral
    let v = 2 * y / cord.anteroposterior
    let reach = cord.outline.halfWidth(atDorsal: v) * halfWidth
    guard reach > 0 else { return }
    paintCord(row, v: v, reach: reach, halfWidth: halfWidth)
  }

  /// White and grey matter: regions are sampled at the narrowest pitch and each cell takes the sample nearest
  /// to its centre.
  private mutating func paintCord(_ row: Int, v: Double, reach: Double, halfWidth: Double) {
    let count = min(capacity, Int((reach / frame.pitch).rounded(.up)) + 1)
    let first = frame.column(-reach.nextDown)
    let end = frame.column(reach)
    fill(row, first, end, .whiteMatter)
    let base = row * frame.x.count
    let pitch = frame.pitch
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: count) { grey in
      scanner?.scanGrey(
        dorsal: v, first: 0.5 * pitch / halfWidth, pitch: pitch / halfWidth, count: count
      ) { sample, isGrey in grey.initializeElement(at: sample, to: isGrey) }
      for column in first..<max(first, end) {
        let sample = min(count - 1, Int(abs(frame.x[column]) / pitch))
        if grey[sample] { target[base + column] = SpineTissue.greyMatter.rawValue }
      }
    }
  }

  /// The last row of cells below the seat of a body is scar and not fluid.
  private func paintSeats(_ row: Int) {
    guard row + 1 < frame.y.count else { return }
    for body in frame.bodies where body.material == .insulation {
      let seat = body.low.y
      guard frame.y[row] < seat, frame.y[row + 1] >= seat, section.z >= body.low.z, section.z < body.high.z
      else { continue }
      let base = row * frame.x.count
      for column in frame.column(body.low.x)..<frame.column(body.high.x)
      where target[base + column] == SpineTissue.cerebrospinalFluid.rawValue {
        target[base + column] = SpineTissue.encapsulation.rawValue
      }
    }
  }

  private func paintGel(_ row: Int) {
    let y = frame.y[row]
    let base = row * frame.x.count
    for body in frame.bodies where body.material == .gel {
      guard let inside = body.stretch(y: y, z: section.z, margin: 0) else { continue }
      for column in frame.column(inside.from)..<frame.column(inside.to)
      where target[base + column] == SpineTissue.air.rawValue {
        target[base + column] = SpineTissue.gel.rawValue
      }
    }
  }
}
