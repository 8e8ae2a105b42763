import Foundation
import MyelonRegrowth
import MyelonSimulation

/// Points of some lines as 16-bit numbers.
struct AxonPoints {
  /// Kind of neuron, state and number of points of each line.
  let lines: [[Int]]
  /// Little-endian x, y, z.
  let bytes: Data

  /// - Parameters:
  ///   - axons: the lines.
  ///   - frame: what is shown.
  ///   - unit: length that the numbers count, mm.
  init(_ axons: [AxonLine], frame: AxonFrame, unit: Double) {
    // A four-hundredth of the cord's depth is below the thickness of the drawn lines.
    let tolerance = Float(frame.size.y / 400)
    var bytes = Data()
    var lines: [[Int]] = []
    for axon in axons {
      let clipped = frame.clipped(axon.path)
      let path = Polyline.thinned(clipped.path, tolerance: tolerance)
      // The end of a path that goes on outside is not there.
      let end = clipped.isCut ? .left : axon.state
      guard path.count > 1, let state = AxonLine.State.allCases.firstIndex(of: end) else { continue }
      lines.append([Int(axon.neuron.rawValue), state, path.count])
      for point in path {
        for axis in 0..<3 {
          let number = ((Double(point[axis]) - frame.centre[axis]) / unit).rounded()
          let value = UInt16(bitPattern: Int16(min(max(number, -32_767), 32_767)))
          bytes.append(UInt8(value & 255))
          bytes.append(UInt8(value >> 8))
        }
      }
    }
    self.lines = lines
    self.bytes = bytes
  }
}
