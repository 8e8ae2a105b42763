/// Words for counts in sentences.
enum Wording {
  /// "1 toxicity", "2 toxicities".
  static func toxicities(_ count: Int) -> String { count == 1 ? "1 toxicity" : "\(count) toxicities" }

  /// "1 patient", "2 patients".
  static func patients(_ count: Int) -> String { count == 1 ? "1 patient" : "\(count) patients" }

  /// "Dose 2: 1 toxicity among 3 patients".
  static func seen(at dose: Int, _ state: DoseState) -> String {
    "Dose \(dose): \(toxicities(state.tally.toxicities(at: dose))) among "
      + patients(state.tally.patients(at: dose))
  }

  /// A number with three decimals.
  static func decimal(_ value: Double, _ digits: Int = 3) -> String {
    guard value.isFinite else { return String(value) }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    guard abs(value) * scale < 9e15 else { return String(value) }
    let scaled = Int((abs(value) * scale).rounded())
    let whole = scaled / Int(scale)
    let rest = String(scaled % Int(scale))
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
  }
}
