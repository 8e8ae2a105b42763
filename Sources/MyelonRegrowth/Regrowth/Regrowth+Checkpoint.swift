import Foundation
import MyelonFields
import MyelonLesion

extension Regrowth {
  /// Everything to continue with the same bits besides the cord itself.
  ///
  /// - Returns: the state of recruitment, growth cones and connections.
  public func checkpoint() -> Data {
    var writer = StateWriter()
    writer.write(pending)
    writer.write(firstArrival)
    writer.write(hostRecruitment.begun)
    writer.write(hostRecruitment.nextLook)
    writer.write(graftRecruitment.sent)
    writer.write(graftRecruitment.living)
    writer.write([UInt8](cones.checkpoint()))
    writer.write([UInt8](environment.checkpoint()))
    writer.write([UInt8](connections.checkpoint()))
    return Data(writer.bytes)
  }

  /// Puts the axons back to where they were.
  ///
  /// - Parameters:
  ///   - data: what `checkpoint` gave.
  ///   - model: the cord, already restored.
  ///   - conditions: what therapies offer now, after their own restoring.
  /// - Throws: `RegrowthError.damagedCheckpoint` when the bytes are not a state of this run's axons.
  public func restore(
    _ data: Data, on model: LesionModel, conditions: GrowthConditions
  ) throws(RegrowthError) {
    do {
      var reader = StateReader([UInt8](data))
      let waiting = try reader.read(Double.self)
      let arrivals = try reader.readArray(of: Double.self)
      let begun = try reader.readArray(of: UInt8.self)
      let look = try reader.read(Double.self)
      let sent = try reader.readArray(of: Int.self)
      let living = try reader.readArray(of: Double.self)
      let growing = try reader.readArray(of: UInt8.self)
      let surroundings = try reader.readArray(of: UInt8.self)
      let joined = try reader.readArray(of: UInt8.self)
      guard reader.isAtEnd, arrivals.count == firstArrival.count,
        begun.count == hostRecruitment.host.samples.count, sent.count == living.count,
        sent.count <= conditions.graftAxons.count
      else { throw RegrowthError.damagedCheckpoint(problem: "it belongs to another run") }
      try cones.restore(Data(growing))
      try environment.restore(Data(surroundings))
      try connections.restore(Data(joined))
      pending = waiting
      firstArrival = arrivals
      hostRecruitment.restore(begun: begun, nextLook: look)
      graftRecruitment.restore(sent: sent, living: living)
      self.conditions = conditions
    } catch let error as RegrowthError {
      throw error
    } catch {
      throw .damagedCheckpoint(problem: "\(error)")
    }
  }
}
