/// Half-diameters of the cord in one slice and the depth of its middle, mm.
struct SliceFrame {
  let halfLateral: Float
  let halfDepth: Float
  let centreX: Float
  let centreY: Float

  init(halfLateral: Float, halfDepth: Float, centreX: Float, centreY: Float) {
    self.halfLateral = halfLateral
    self.halfDepth = halfDepth
    self.centreX = centreX
    self.centreY = centreY
  }

  init(section: CrossSection) {
    self.init(
      halfLateral: Float(section.lateral / 2), halfDepth: Float(section.anteroposterior / 2), centreX: 0,
      centreY: 0)
  }
}
