import MyelonAnatomy
import MyelonStimulation

/// The drawings of electrode and cord: the cross-section beside the most active contact, and the cord from behind.
struct ElectrodeFigure {
  let result: StimulationResult

  /// The section's body.
  func html() -> String {
    guard let shown = result.shownMontage else { return "" }
    let model: SpineModel
    do { model = try result.study.spine() } catch {
      return "<p class=\"notice\">The anatomy could not be drawn: \(Markup.escape("\(error)")).</p>"
    }
    let level = Self.level(of: shown.montage, in: result.contacts)
    let across = SectionDrawing(result: result, model: model, montage: shown.montage, z: level)
    let behind = BehindDrawing(result: result, model: model, montage: shown.montage)
    let segment = model.anatomy.segments[model.anatomy.segmentIndex(atZ: level)].name
    let vertebra = model.column.level(atZ: level).name
    return """
      \(Self.legend(result.isOnSkin))
      <div class="drawings">
      <figure>\(across.svg())<figcaption>Cross-section beside the most active contact: segment \(Markup.escape(segment)) of the cord, vertebra \
      \(Markup.escape(vertebra)), \(NumberText.short(level)) mm from the top of C1. Dorsal is up, seen from below: the subject's left is \
      on the right.</figcaption></figure>
      <figure>\(behind.svg())<figcaption>From behind: the subject's left is on the left. Lines: dorsal roots (ventral ones dashed) from the cord to their foramina; \
      names of segments of the cord at the left, of vertebrae at the right.</figcaption></figure>
      </div>
      \(currents(shown))
      """
  }

  /// Level of the contact that carries most current, mm.
  static func level(of montage: ElectrodeMontage, in contacts: [ElectrodeContact]) -> Double {
    // Cathodes first: they are what excites.
    let active = contacts.map { (contact: $0, share: montage.shares[$0.name] ?? 0) }
    let chosen = active.min { $0.share < $1.share }.flatMap { $0.share < 0 ? $0 : nil }
    return (chosen ?? active.max { $0.share < $1.share })?.contact.position.z ?? 0
  }

  /// Class of a contact by its share.
  static func kind(_ share: Double) -> String { share < 0 ? "cathode" : share > 0 ? "anode" : "none" }

  private static func legend(_ isOnSkin: Bool) -> String {
    let items = [
      ("cathode", "cathode"), ("anode", "anode"), ("none", "contact without current"),
      ("white", "white matter"),
      ("grey", "grey matter"), ("fluid", "cerebrospinal fluid"), ("fat", "epidural fat"), ("bone", "bone"),
    ]
    let shown = isOnSkin ? items + [("gel", "gel")] : items
    return "<ul class=\"legend\">\(shown.map { "<li><i class=\"\($0.0)\"></i>\($0.1)</li>" }.joined())</ul>"
  }

  private func currents(_ outcome: MontageOutcome) -> String {
    let rows = result.contacts.compactMap { contact -> String? in
      guard let share = outcome.montage.shares[contact.name], share != 0 else { return nil }
      let size: String =
        switch contact.shape {
        case .point: "point"
        case .disc(let radius): "disc, radius \(NumberText.short(radius)) mm"
        case .rectangle(let width, let length): "\(NumberText.short(width)) × \(NumberText.short(length)) mm"
        }
      let place = contact.position
      return "<th scope=\"row\">\(Markup.escape(contact.name))</th><td>\(Self.kind(share))</td>"
        + Markup.numberCell(StimulationText.share(share)) + "<td>\(size)</td>"
        + [place.x, place.y, place.z].map { Markup.numberCell(NumberText.fixed($0, 1)) }.joined()
    }
    let far = outcome.montage.farCurrent
    let rest =
      abs(far) < 1e-9
      ? "All current returns through the contacts."
      : "\(NumberText.percent(abs(far))) of the current \(far > 0 ? "comes from" : "returns through") the far boundary (the stimulator's case)."
    return Markup.table(
      caption: "Montage \(Markup.escape(outcome.montage.name)): share of the amplitude; \(rest)",
      head: ["Contact", "Acts as", "#Share", "Size", "#x mm", "#y mm", "#z mm"], rows: rows)
      + "<p class=\"small\">Array: \(Markup.escape(result.arrayName)); dimensions: \(Markup.escape(result.arraySource)). x is positive to the left, y dorsal, z "
      + "caudal from the rostral end of C1.</p>"
  }
}
