import Foundation

extension BodyFigure {
  /// Neck and shoulder, the same in both views but for C2.
  private static var shoulder: [ChartRegion] {
    [
      ChartRegion(
        level: .c3,
        outline: [
          ChartPoint(0, 52), ChartPoint(9.5, 52), ChartPoint(11, 60), ChartPoint(17, 64), ChartPoint(0, 64),
        ], label: ChartPoint(0, 58)),
      ChartRegion(
        level: .c4,
        outline: [
          ChartPoint(0, 64), ChartPoint(17, 64), ChartPoint(36, 69), ChartPoint(47, 75),
          ChartPoint(50, 79.7), ChartPoint(38, 80), ChartPoint(0, 80),
        ], label: ChartPoint(0, 72)),
    ]
  }

  /// Regions of half the body seen from the front.
  static var front: [ChartRegion] {
    var regions: [ChartRegion] = [
      ChartRegion(level: nil, outline: ellipse(centre: 27, across: 16, down: 20), label: nil),
      ChartRegion(
        level: .c2,
        outline: [ChartPoint(0, 47), ChartPoint(8, 44), ChartPoint(9.5, 52), ChartPoint(0, 52)], label: nil),
    ]
    regions += shoulder
    let bands = (SpinalLevel.t2.rawValue...SpinalLevel.t12.rawValue).compactMap { SpinalLevel(rawValue: $0) }
    for (index, level) in bands.enumerated() {
      let top = 80 + 10.4 * Double(index)
      regions.append(band(level, top, top + 10.4))
    }
    regions.append(
      ChartRegion(
        level: .l1,
        outline: [
          ChartPoint(0, 194.4), ChartPoint(trunk(194.4), 194.4), ChartPoint(35, 216), ChartPoint(2, 216),
          ChartPoint(0, 213),
        ], label: ChartPoint(0, 204)))
    regions += [
      strip(.c5, arm, along: 0...0.55, across: 0...1),
      strip(.t2, arm, along: 0...0.3, across: -1...0, isLabelled: false),
      strip(.t1, arm, along: 0.3...0.98, across: -1...0, labelAt: 0.35),
      strip(.c6, arm, along: 0.55...0.98, across: 0...1, labelAt: 0.4),
      strip(.c6, arm, along: 0.98...1.22, across: 0.35...1, isLabelled: false),
      strip(.c7, arm, along: 0.98...1.3, across: -0.35...0.35, labelAt: 1.22),
      strip(.c8, arm, along: 0.98...1.27, across: -1...(-0.35), labelAt: 0.25),
      strip(.l2, leg, along: 0...0.24, across: -1...1),
      strip(.l3, leg, along: 0.24...0.52, across: -1...1),
      strip(.l4, leg, along: 0.52...1, across: -1...0.05),
      strip(.l5, leg, along: 0.52...1, across: 0.05...1, labelAt: 0.45),
      strip(.l4, leg, along: 1...1.12, across: -1...(-0.5), isLabelled: false),
      strip(.l5, leg, along: 1...1.12, across: -0.5...0.45, isLabelled: false),
      strip(.s1, leg, along: 1...1.12, across: 0.45...1),
    ]
    return regions
  }

  /// Regions of half the body seen from behind.
  static var back: [ChartRegion] {
    var regions: [ChartRegion] = [
      ChartRegion(level: nil, outline: ellipse(centre: 27, across: 16, down: 20), label: nil),
      ChartRegion(
        level: .c2,
        outline: [
          ChartPoint(0, 24), ChartPoint(16, 26), ChartPoint(14.5, 36), ChartPoint(10, 44),
          ChartPoint(9.5, 52), ChartPoint(0, 52),
        ], label: ChartPoint(0, 38)),
    ]
    regions += shoulder
    let bands = (SpinalLevel.t2.rawValue...SpinalLevel.l5.rawValue).compactMap { SpinalLevel(rawValue: $0) }
    for (index, level) in bands.enumerated() {
      let top = 80 + 8.0 * Double(index)
      regions.append(band(level, top, top + 8))
    }
    regions += [
      ChartRegion(
        level: .s2,
        outline: [
          ChartPoint(0, 208), ChartPoint(20, 208), ChartPoint(20.2, 228), ChartPoint(3, 228),
          ChartPoint(0, 223),
        ], label: nil),
      ChartRegion(
        level: .s1,
        outline: [ChartPoint(20, 208), ChartPoint(34.6, 208), ChartPoint(34.3, 228), ChartPoint(20.2, 228)],
        label: nil),
      ChartRegion(level: .s3, outline: ellipse(centre: 214, across: 12, down: 7), label: nil),
      ChartRegion(level: .s4_5, outline: ellipse(centre: 214, across: 6, down: 3.5), label: nil),
      strip(.c5, arm, along: 0...0.5, across: 0.15...1),
      strip(.t2, arm, along: 0...0.3, across: -1...0.15, isLabelled: false),
      strip(.t1, arm, along: 0.3...0.62, across: -1...(-0.25), isLabelled: false),
      strip(.c7, arm, along: 0.3...0.5, across: -0.25...0.15, isLabelled: false),
      strip(.c7, arm, along: 0.5...0.98, across: -0.25...0.35, labelAt: 0.35),
      strip(.c6, arm, along: 0.5...0.98, across: 0.35...1, isLabelled: false),
      strip(.c8, arm, along: 0.62...0.98, across: -1...(-0.25), isLabelled: false),
      strip(.c6, arm, along: 0.98...1.22, across: 0.35...1, labelAt: 0.25),
      strip(.c7, arm, along: 0.98...1.3, across: -0.35...0.35, isLabelled: false),
      strip(.c8, arm, along: 0.98...1.27, across: -1...(-0.35), labelAt: 0.25),
      strip(.s2, leg, along: 0.083...0.62, across: -1...0.1, labelAt: 0.4),
      strip(.s1, leg, along: 0.083...0.62, across: 0.1...0.7, isLabelled: false),
      strip(.l3, leg, along: 0.083...0.5, across: 0.7...1, isLabelled: false),
      strip(.l5, leg, along: 0.5...1, across: 0.7...1, isLabelled: false),
      strip(.l4, leg, along: 0.62...1, across: -1...(-0.6), isLabelled: false),
      strip(.s1, leg, along: 0.62...1, across: -0.6...0.7, labelAt: 0.35),
      strip(.l5, leg, along: 0.5...0.62, across: 0.7...1, isLabelled: false),
      strip(.s1, leg, along: 1...1.12, across: -1...1, isLabelled: false),
    ]
    return regions
  }

  private static func ellipse(centre y: Double, across: Double, down: Double) -> [ChartPoint] {
    (0...16).map {
      let angle = Double($0) / 16 * Double.pi
      return ChartPoint(across * sin(angle), y - down * cos(angle))
    }
  }
}
