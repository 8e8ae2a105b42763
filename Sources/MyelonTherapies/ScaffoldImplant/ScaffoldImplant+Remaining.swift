import Foundation

extension ScaffoldImplant {
  /// Share of the material that is left some days after implantation; 1 before.
  ///
  /// Bulk erosion halves it every half-life, `2^(-t / t½)`. Surface erosion takes a constant amount a day, so half
  /// is gone after the half-life and all after twice that, `1 - t / (2 t½)`. Without a half-life it stays.
  public func remaining(afterDays age: Double) -> Double {
    guard let halfLife, age > 0 else { return 1 }
    switch erosion {
    case .bulk: return exp2(-age / halfLife)
    case .surface: return max(0, 1 - age / (2 * halfLife))
    }
  }

  /// Share of the implant's volume that is open to cells and fluid: its channels, or else its pores.
  public var openFraction: Double { geometry?.openFraction ?? porosity }

  /// Packing of its channels, or nil where it has none.
  public var geometry: ChannelGeometry? {
    channels.map { ChannelGeometry(diameter: $0.diameter, wall: $0.wall) }
  }

  /// Checks every number of the plan.
  ///
  /// - Throws: `TherapyError.invalidValue` for the first number that cannot be.
  public func validate() throws(TherapyError) {
    let share = 0.0...1.0
    try TherapyError.check(day, "day", "d", in: 0...36_500, of: name)
    try TherapyError.check(porosity, "porosity", "", in: share, of: name)
    try TherapyError.check(alignment, "alignment", "", in: share, of: name)
    try TherapyError.check(adhesion, "adhesion", "", in: share, of: name)
    try TherapyError.check(stiffness, "stiffness", "kPa", in: 0...1e6, of: name)
    if let halfLife { try TherapyError.check(halfLife, "half-life", "d", in: 0.01...1e5, of: name) }
    if let channels {
      try TherapyError.check(channels.diameter, "channel diameter", "um", in: 1...10_000, of: name)
      try TherapyError.check(channels.wall, "channel wall", "um", in: 0...10_000, of: name)
    }
    switch placement {
    case .lesion(let volume):
      try TherapyError.check(volume, "volume", "mm3", in: 1e-6...1e5, of: name)
    case .block(let length, let axial):
      try TherapyError.check(length, "length", "mm", in: 1e-3...500, of: name)
      try TherapyError.check(axial, "axial position", "mm", in: -500...500, of: name)
    }
  }
}
