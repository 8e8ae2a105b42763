/// The potential of several contacts driven together: their lead fields times their shares.
public struct MontageField: PotentialSource {
  /// The montage.
  public let montage: ElectrodeMontage

  private let parts: [(share: Double, field: LeadField)]

  /// Superposes lead fields.
  ///
  /// - Parameters:
  ///   - leadFields: fields of one call of `VolumeConductor.leadFields(of:within:)`.
  ///   - montage: shares by contact name.
  /// - Throws: `ConductorError.unknownContact`, or `ConductorError.unbalanced` where the domain has no far
  ///   return.
  public init(leadFields: [LeadField], montage: ElectrodeMontage) throws(ConductorError) {
    self.montage = montage
    var parts: [(share: Double, field: LeadField)] = []
    for (name, share) in montage.shares.sorted(by: { $0.key < $1.key }) where share != 0 {
      guard let field = leadFields.first(where: { $0.contact.name == name }) else {
        throw .unknownContact(name: name, known: leadFields.map(\.contact.name))
      }
      // Assumed because shares are written with a few digits: a millionth of the amplitude is nothing.
      if !field.hasFarReturn, abs(montage.farCurrent) > 1e-6 {
        throw .unbalanced(montage: montage.name, farCurrent: montage.farCurrent)
      }
      parts.append((share, field))
    }
    self.parts = parts
  }

  /// Potential at a point, mV for an amplitude of 1 mA.
  public func potential(at point: SIMD3<Double>) -> Double {
    parts.reduce(0) { $0 + $1.share * $1.field.potential(at: point) }
  }
}
