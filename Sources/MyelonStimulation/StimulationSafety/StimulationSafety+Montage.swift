extension StimulationSafety {
  /// The contacts of a montage that carry current, in the order of the array.
  ///
  /// - Parameters:
  ///   - montage: the montage.
  ///   - contacts: contacts of the array.
  ///   - pulse: the pulse.
  ///   - isOnSkin: whether the array lies on the skin.
  /// - Returns: what each contact's current means.
  public static func contacts(
    of montage: ElectrodeMontage, in contacts: [ElectrodeContact], pulse: StudyPulse, isOnSkin: Bool
  ) -> [StimulationSafety] {
    contacts.compactMap { contact in
      guard let share = montage.shares[contact.name], share != 0 else { return nil }
      return StimulationSafety(contact: contact, share: share, pulse: pulse, isOnSkin: isOnSkin)
    }
  }

  /// Largest amplitude at which every contact keeps within its limit, mA; nil when no contact has an area.
  public static func largestAmplitude(of contacts: [StimulationSafety]) -> Double? {
    contacts.compactMap(\.largestAmplitude).min()
  }
}
