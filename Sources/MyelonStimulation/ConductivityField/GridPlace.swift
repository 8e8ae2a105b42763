/// Search along one axis of a grid.
enum GridPlace {
  /// Cell that a position lies in; the first or last one outside.
  ///
  /// - Parameters:
  ///   - position: mm.
  ///   - faces: rising positions of the faces, mm.
  /// - Returns: index of the cell.
  static func cell(_ position: Double, _ faces: [Double]) -> Int {
    var low = 0
    var high = faces.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if faces[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// Face nearest to a position.
  static func face(_ position: Double, _ faces: [Double]) -> Int {
    let cell = cell(position, faces)
    return position - faces[cell] <= faces[cell + 1] - position ? cell : cell + 1
  }
}
