extension StudyFault {
  /// Where the fault lies in a study file: keys joined by dots, list positions in brackets.
  public var field: String {
    switch self {
    case .electrode(let error):
      switch error {
      case .unknownLevel: "electrode.at"
      case .wrongSpecies: "electrode.array"
      default: "electrode"
      }
    case .domain: "electrode"
    case .unknownContact(let montage, _, _), .sameMontage(let montage, _),
      .montageWithoutCurrent(let montage, _),
      .sharesOff(let montage, _, _, _):
      "montages[\(montage)]"
    case .chargeUnbalanced: "pulse.kind"
    case .pulseLongerThanPeriod: "pulse"
    case .settingOutOfRange(let field, _, _, _): field
    case .amplitudesEmpty: "amplitudes"
    case .resolutionTooCoarse: "run.resolution"
    case .conductivityNotPositive(let id, _), .parameter(let id, _): "parameters.\(id)"
    case .unknownRoot(let field, _, _): field
    case .unknownMuscle: "target.muscle"
    case .targetNotComputed: "target"
    case .nothingToCompute(let field): field
    case .unsafe: "amplitudes"
    }
  }
}
