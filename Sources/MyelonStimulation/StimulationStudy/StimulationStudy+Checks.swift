import MyelonAnatomy
import MyelonQuantities

extension StimulationStudy {
  /// Everything that is wrong with the study, in the order of its file.
  ///
  /// Computes no field and no fibre, so it takes a moment only.
  ///
  /// - Returns: the faults; empty for a study that can be run.
  public func faults() -> [StudyFault] {
    var faults = numberFaults() + pulseFaults() + fibreFaults() + targetFaults()
    for (id, value) in parameters.sorted(by: { $0.key < $1.key }) {
      var alone = self
      alone.parameters = [id: value]
      do throws(StudyFault) { _ = try alone.parameterTable() } catch { faults.append(error) }
    }
    var plain = self
    // What is wrong with parameters was said; the electrode is judged in the standard surroundings then.
    if faults.contains(where: \.concernsParameters) { plain.parameters = [:] }
    guard lengthScale > 0, acrossScale > 0, let model = try? plain.spine() else { return faults }
    do throws(ElectrodeArrayError) {
      let array = try electrode.array(in: model)
      faults += montageFaults(array.contacts)
      if pulse.width > 0, amplitudes.highest > 0, pulse.rate > 0 { faults += safetyFaults(array) }
    } catch { faults.append(.electrode(error)) }
    return faults
  }

  private func numberFaults() -> [StudyFault] {
    var faults: [StudyFault] = []
    func check(_ field: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String, _ text: String)
    {
      guard !range.contains(value) else { return }
      faults.append(.settingOutOfRange(field: field, found: value, unit: unit, required: text))
    }
    check("subject.length", lengthScale, 0.5...1.5, "", "50 to 150 % of the standard cord")
    check("subject.across", acrossScale, 0.5...1.5, "", "50 to 150 % of the standard cord")
    check("amplitudes.count", Double(amplitudes.count), 2...1000, "", "2 to 1000")
    check("fibres.quantiles", Double(fibres.quantiles), 1...25, "", "1 to 25")
    check("run.uncertainty", Double(uncertaintySets), 0...200, "", "0 to 200")
    if !(amplitudes.lowest > 0 && amplitudes.highest > amplitudes.lowest && amplitudes.highest.isFinite) {
      faults.append(.amplitudesEmpty(lowest: amplitudes.lowest, highest: amplitudes.highest))
    }
    if let resolution {
      let coarsest = StudyDetail.coarsest(species)
      if !(resolution > 0) {
        check("run.resolution", resolution, 0.001...coarsest, "mm", "above 0 mm")
      } else if resolution > coarsest {
        faults.append(.resolutionTooCoarse(found: resolution, allowed: coarsest))
      }
    }
    return faults
  }

  private func pulseFaults() -> [StudyFault] {
    var faults: [StudyFault] = []
    func check(_ field: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String, _ text: String)
    {
      guard !range.contains(value) else { return }
      faults.append(.settingOutOfRange(field: "pulse.\(field)", found: value, unit: unit, required: text))
    }
    // Below 10 us the steps of the fibres do not resolve a pulse; 10 ms is no pulse any more.
    check("width", pulse.width, 10...10_000, "us", "10 to 10000 us")
    check("gap", pulse.gap, 0...10_000, "us", "0 to 10000 us")
    check("ratio", pulse.ratio, 1...100, "", "1 to 100")
    check(
      "rate", pulse.rate, 0.1...2000, "Hz",
      "0.1 to 2000 Hz (slower than that pulses are single, faster they fuse)")
    guard faults.isEmpty else { return faults }
    if pulse.waveform.duration > pulse.period {
      faults.append(.pulseLongerThanPeriod(pulse: pulse.waveform.duration, period: pulse.period))
    }
    if pulse.imbalance > StimulationSafety.imbalanceLimit, !allowsUnbalanced {
      faults.append(.chargeUnbalanced(imbalance: pulse.imbalance, allowed: StimulationSafety.imbalanceLimit))
    }
    return faults
  }

  private func montageFaults(_ contacts: [ElectrodeContact]) -> [StudyFault] {
    guard triesEachContact || !montages.isEmpty else { return [.nothingToCompute(field: "montages")] }
    let known = contacts.map(\.name)
    var faults: [StudyFault] = []
    var seen: Set<String> = []
    for (index, montage) in montages.enumerated() {
      if !seen.insert(montage.name).inserted {
        faults.append(.sameMontage(montage: index, name: montage.name))
      }
      let unknown = montage.shares.keys.filter { !known.contains($0) }.sorted()
      faults += unknown.map { .unknownContact(montage: index, name: $0, known: known) }
      let shares = montage.shares.values
      guard shares.contains(where: { $0 != 0 }) else {
        faults.append(.montageWithoutCurrent(montage: index, name: montage.name))
        continue
      }
      let cathodes = shares.filter { $0 < 0 }.sorted().reduce(0, +)
      let anodes = shares.filter { $0 > 0 }.sorted().reduce(0, +)
      let larger = max(-cathodes, anodes)
      // Thirds written to two digits add up to 0.99.
      guard shares.allSatisfy(\.isFinite), abs(larger - 1) <= 0.015 else {
        faults.append(
          .sharesOff(montage: index, name: montage.name, cathodes: cathodes, anodes: anodes))
        continue
      }
    }
    return faults
  }

  private func safetyFaults(_ array: ElectrodeArray) -> [StudyFault] {
    guard !acceptsUnsafe else { return [] }
    let amplitude = amplitudes.highest
    return allMontages(array.contacts).flatMap { montage in
      StimulationSafety.contacts(of: montage, in: array.contacts, pulse: pulse, isOnSkin: array.isOnSkin)
        .compactMap { safety -> StudyFault? in
          guard let largest = safety.largestAmplitude, amplitude > largest else { return nil }
          let quantity =
            safety.isOnSkin ? "root mean square current density under a pad" : "Shannon's k of a contact"
          let found = safety.isOnSkin ? safety.currentDensity(at: amplitude) : safety.shannon(at: amplitude)
          return .unsafe(
            montage: montage.name, contact: safety.contact, quantity: quantity, found: found ?? 0,
            limit: safety.isOnSkin ? StimulationSafety.skinLimit : StimulationSafety.shannonLimit,
            unit: safety.isOnSkin ? "mA/cm2" : "", amplitude: amplitude, largest: largest)
        }
    }
  }
}

extension StudyFault {
  /// Whether parameters are at fault.
  fileprivate var concernsParameters: Bool {
    switch self {
    case .parameter, .conductivityNotPositive: true
    default: false
    }
  }
}
