import MyelonLesion

extension ScenarioFacts {
  /// An injury in words, without its level: "a 10 g weight dropped 25 mm".
  static func words(_ mechanism: InjuryMechanism) -> String {
    func number(_ value: Double) -> String { NumberText.short(value) }
    func share(_ value: Double) -> String { NumberText.percent(value) }
    switch mechanism {
    case .weightDrop(let height, let mass):
      return "a weight of \(number(mass)) g dropped \(number(height)) mm onto the exposed cord"
    case .impactForce(let force):
      return "a force-controlled impact of \(number(force)) kdyn"
    case .clip(let force, let duration):
      return "compression by a clip of \(number(force)) g closing force for \(time(duration))"
    case .contusion(let peak):
      return "a blow that compressed the cord to \(share(peak)) less than its front-to-back diameter"
    case .compression(let peak, let residual, let decompression):
      return
        "a blow that compressed the cord by \(share(peak)) of its front-to-back diameter, followed by lasting "
        + "compression of \(share(residual)) until surgery after \(time(decompression))"
    case .hemisection(let side, let gap):
      return "a cut through the \(side.rawValue) half of the cord (gap \(number(gap)) mm)"
    case .dorsalSection(let depth, let gap):
      return
        "a cut from the back through \(share(depth)) of the cord's front-to-back diameter (gap \(number(gap)) mm)"
    case .transection(let gap):
      return "a complete cut through the cord (gap \(number(gap)) mm)"
    }
  }

  /// An injury in a few words for tables: "25 mm drop, T10".
  static func label(_ injury: Injury) -> String {
    let what: String =
      switch injury.mechanism {
      case .weightDrop(let height, let mass):
        "\(NumberText.short(mass)) g × \(NumberText.short(height)) mm drop"
      case .impactForce(let force): "\(NumberText.short(force)) kdyn impact"
      case .clip(let force, let duration): "\(NumberText.short(force)) g clip, \(time(duration))"
      case .contusion(let peak): "contusion, \(NumberText.percent(peak)) peak"
      case .compression(let peak, let residual, let decompression):
        "compression, \(NumberText.percent(peak)) peak, \(NumberText.percent(residual)) for \(time(decompression))"
      case .hemisection(let side, _): "\(side.rawValue) hemisection"
      case .dorsalSection(let depth, _): "dorsal section, \(NumberText.percent(depth)) deep"
      case .transection: "transection"
      }
    return "\(what), \(Markup.escape(injury.level))"
  }

  private static func time(_ hours: Double) -> String {
    hours < 1 ? "\(NumberText.short(hours * 60)) min" : NumberText.duration(days: hours / 24)
  }
}
