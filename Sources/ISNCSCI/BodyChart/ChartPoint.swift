import Foundation

/// A point of the figure: x away from the midline, y downwards, in drawing units.
struct ChartPoint: Equatable {
  var x: Double
  var y: Double
  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
