import Foundation
import MyelonFields

/// What a checkpoint keeps besides the cord: the state of the treatment and of the growing axons.
struct ArmState: Equatable {
  /// The treatment's, nil for an untreated arm.
  let treatment: Data?
  /// The growing axons'.
  let regrowth: Data

  /// As bytes: whether there is a treatment, its bytes, then the axons'.
  var encoded: Data {
    var writer = StateWriter()
    writer.write(UInt8(treatment == nil ? 0 : 1))
    writer.write([UInt8](treatment ?? Data()))
    writer.write([UInt8](regrowth))
    return Data(writer.bytes)
  }

  init(treatment: Data?, regrowth: Data) {
    self.treatment = treatment
    self.regrowth = regrowth
  }

  /// Reads what `encoded` gave.
  ///
  /// - Throws: `StateError` when it is cut short.
  init(decoding data: Data) throws(StateError) {
    var reader = StateReader([UInt8](data))
    let hasTreatment = try reader.read(UInt8.self) != 0
    let first = Data(try reader.readArray(of: UInt8.self))
    treatment = hasTreatment ? first : nil
    regrowth = Data(try reader.readArray(of: UInt8.self))
    guard reader.isAtEnd else { throw StateError(required: data.count - 1, found: data.count) }
  }
}
