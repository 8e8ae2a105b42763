import MyelonAnatomy
import MyelonTherapies

/// An intervention in words for a reader who does not know the scenario's keys; escaped.
struct InterventionText {
  let intervention: Intervention

  /// The kind of thing.
  var kind: String {
    switch intervention {
    case .cells(let cells): cells.product.kind == .vesicles ? "vesicles" : "cells"
    case .scaffold: "scaffold"
    case .release: "factor"
    case .drug: "drug"
    case .safetySwitch: "safety switch"
    case .training: "training"
    case .stimulation: "stimulation"
    }
  }

  /// What it is.
  var what: String {
    switch intervention {
    case .cells(let cells): Markup.escape(cells.product.title) + Self.extras(cells)
    case .scaffold(let scaffold): Self.material(scaffold)
    case .release(let release): "\(Self.name(release.factor)), \(Self.words(release.kinetics))"
    case .drug(let course): Self.name(course.drug)
    case .safetySwitch(let activation): "safety switch of '\(Markup.escape(activation.transplant))' turned on"
    case .training(let course): Self.words(course.kind)
    case .stimulation(let course): Self.words(course)
    }
  }

  /// How much.
  func amount(isHuman: Bool) -> String {
    switch intervention {
    case .cells(let cells):
      return cells.product.kind == .vesicles
        ? "\(NumberText.short(cells.dose)) reference dose\(cells.dose == 1 ? "" : "s")"
        : "\(NumberText.short(cells.dose)) cells" + Self.volume(cells)
    case .scaffold(let scaffold):
      switch scaffold.placement {
      case .lesion(let volume): return "up to \(NumberText.short(volume)) mm³"
      case .block(let length, _): return "\(NumberText.short(length)) mm of cord"
      }
    case .release(let release):
      return "\(NumberText.short(release.amount)) \(release.factor.amountUnit)"
    case .drug(let course):
      let unit = DrugRecord(course.drug, species: isHuman ? .human : .rat).unit.rawValue
      let dose = "\(NumberText.short(course.dose)) \(unit == "ug" ? "µg" : unit)"
      guard course.interval > 0 else { return "\(dose) a day, infused" }
      return course.duration * 24 < course.interval
        ? dose : "\(dose) every \(NumberText.short(course.interval)) h"
    case .safetySwitch: return ""
    case .training(let course): return Self.amount(course)
    case .stimulation(let course): return Self.amount(course)
    }
  }

  /// Where it goes.
  var place: String {
    switch intervention {
    case .cells(let cells):
      if let scaffold = cells.scaffold { return "in the scaffold '\(Markup.escape(scaffold))'" }
      return cells.route == .intraparenchymal ? Self.words(cells.sites) : cells.route.rawValue
    case .scaffold(let scaffold):
      guard case .block(_, let axial) = scaffold.placement else { return "in the lesion" }
      return "whole section of the cord, centred \(Self.along(axial)) after removal of what was there"
    case .release(let release):
      switch release.origin {
      case .sites(let sites): return Self.words(sites)
      case .scaffold(let name): return "from the scaffold '\(Markup.escape(name))'"
      case .intrathecal: return "intrathecal"
      }
    case .drug(let course): return course.route.rawValue
    case .safetySwitch: return ""
    case .training(let course): return Self.tasks(course.kind)
    case .stimulation(let course): return Self.place(course.site)
    }
  }

  /// Day on which it ends or has mostly ended; nil for what is done at once or stays.
  var lastDay: Double? {
    switch intervention {
    case .drug(let course): return course.duration > 0 ? course.day + course.duration : nil
    case .scaffold(let scaffold):
      guard let half = scaffold.halfLife else { return .infinity }
      return scaffold.day + (scaffold.erosion == .surface ? 2 * half : 4 * half)
    case .release(let release):
      switch release.kinetics {
      case .burstFirstOrder(_, let rate): return rate > 0 ? release.day + 3 / rate : nil
      case .higuchi(let constant): return constant > 0 ? release.day + 1 / (constant * constant) : nil
      case .powerLaw: return .infinity
      case .pump(let duration): return release.day + duration
      case .capsule(let lag, let duration): return release.day + lag + duration
      case .bolus: return nil
      }
    case .cells(let cells): return cells.product.kind == .vesicles ? nil : .infinity
    case .safetySwitch: return nil
    case .training(let course): return course.lastDay
    case .stimulation(let course): return course.lastDay
    }
  }
}
