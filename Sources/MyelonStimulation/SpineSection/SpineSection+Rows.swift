import MyelonAnatomy

extension SpineSection {
  /// What covers a row, outermost first; each entry overwrites the ones before inside its half-width.
  ///
  /// - Parameters:
  ///   - y: dorsal position, mm.
  ///   - body: called with every tissue and the half-width to which it reaches on both sides, mm.
  func row(at y: Double, _ body: (SpineTissue, Double) -> Void) {
    body(.skin, skin.halfWidth(at: y))
    body(.subcutaneousFat, fat.halfWidth(at: y))
    let inside = trunk.halfWidth(at: y)
    body(.trunk, inside)
    body(.muscle, min(inside, muscle.halfWidth(at: y)))
    body(isDisc ? .disc : .bone, self.body.halfWidth(at: y))
    let isArchOpen = y >= laminaBegins ? !hasLamina : !hasPedicles
    if y >= canal.ventral {
      if !isArchOpen {
        body(.bone, arch.halfWidth(at: y))
      } else if y < laminaBegins {
        body(.epiduralFat, arch.halfWidth(at: y))
      }
    }
    for spine in spines where y >= spine.ventral && y < spine.dorsal { body(.bone, spine.halfThickness) }
    body(.epiduralFat, canal.halfWidth(at: y))
  }

  /// The tissue at a point of the section, mm.
  func tissue(x: Double, y: Double) -> SpineTissue {
    if let cord {
      let u = 2 * x / cord.lateral
      let v = 2 * y / cord.anteroposterior
      let region = cord.region(lateral: u, dorsal: v)
      if region != .outside { return region.isGrey ? .greyMatter : .whiteMatter }
    }
    if let sac, abs(x) < sac.halfWidth(at: y) { return .cerebrospinalFluid }
    var result = SpineTissue.air
    row(at: y) { tissue, halfWidth in
      if abs(x) < halfWidth { result = tissue }
    }
    return result
  }
}
