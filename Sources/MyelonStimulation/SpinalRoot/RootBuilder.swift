import Foundation
import MyelonAnatomy

/// Builds the rootlets of one root on the left side.
struct RootBuilder {
  let model: SpineModel
  let kind: SpinalRoot.Kind
  let course: RootCourse
  /// Middle of the foramen, mm.
  let foramen: SIMD3<Double>
  /// Where the root leaves the sac, mm.
  let dura: SIMD3<Double>
  /// Angle from the side towards dorsal at which it leaves, radians.
  private let exitAngle: Double
  /// Unit of length: 1 for people, 0.2 for the rat.
  private let scale: Double

  init(model: SpineModel, kind: SpinalRoot.Kind, exit: VertebralColumn.Exit, course: RootCourse) {
    self.model = model
    self.kind = kind
    self.course = course
    scale = model.species == .human ? 1 : 0.2
    // Dorsal roots leave a little dorsal to ventral roots, both near the side of the sac; assumed.
    exitAngle = (kind == .dorsal ? 15.0 : -10) * .pi / 180
    let z = min(exit.dura, model.sac.end - 2 * scale)
    dura = RootPlane(model, z: z).point(angle: exitAngle, depth: 1)
    let section = model.section(atZ: exit.foramen)
    let gap = (kind == .dorsal ? 0.05 : -0.25) * section.canal.halfDepth
    foramen = SIMD3(
      section.canal.halfWidth + 0.5 * model.sizes.pedicle, section.canal.middle + gap, exit.foramen)
  }

  func rootlet(atZ z: Double) -> RootPath {
    let inside = kind == .dorsal ? columnPart(z) : motorPart(z)
    let outside = fluidPart(z)
    // From the cord outward, then turned for dorsal roots so that afferents run inward.
    let outward = inside + outside + peripheralPart()
    let raw = FibrePath(kind == .dorsal ? outward.reversed() : outward)
    let path = raw.smoothed(deviation: course.rounding, step: min(0.25, course.rounding / 4))
    return RootPath(
      path: path, surface: crossing(path, near: raw.distance(nearestTo: outside[0])),
      dura: path.distance(nearestTo: dura), foramen: path.distance(nearestTo: foramen))
  }

  /// From the end of the branch in the dorsal column to the entry.
  private func columnPart(_ z: Double) -> [SIMD3<Double>] {
    let entry = model.anatomy.dorsalAttachment(atZ: z)
    let sign: Double = course.branch == .ascending ? -1 : 1
    let end = z + sign * course.inColumn
    let start = z + sign * 1.5 * scale
    let steps = max(1, Int((abs(end - start) / (2 * scale)).rounded(.up)))
    // Halfway between a place just inside the sulcus and the middle of the tract that takes the segment;
    // assumed.
    let cuneate = model.anatomy.segments.first { $0.name == "T6" }?.caudal ?? 0
    let tract: Tract = z < cuneate ? .fasciculusCuneatus : .fasciculusGracilis
    return (0...steps).map { step in
      let position = end + (start - end) * Double(step) / Double(steps)
      let section = model.anatomy.crossSection(atZ: position)
      let centre = model.anatomy.centre(of: tract, atZ: position) ?? (entry.lateral, entry.dorsal)
      let u = 0.5 * (0.6 * entry.lateral + centre.u)
      let v = 0.5 * (0.75 * entry.dorsal + centre.v)
      return SIMD3(0.5 * section.lateral * u, 0.5 * section.anteroposterior * v, position)
    }
  }

  /// From the motoneuron, in the middle of the ventral horn, to the surface.
  private func motorPart(_ z: Double) -> [SIMD3<Double>] {
    let horn = model.anatomy.centre(of: .ventralHorn, atZ: z)
    let section = model.anatomy.crossSection(atZ: z)
    return [SIMD3(0.5 * section.lateral * horn.u, 0.5 * section.anteroposterior * horn.v, z - 0.5 * scale)]
  }

  /// From the surface of the cord to the dura.
  private func fluidPart(_ z: Double) -> [SIMD3<Double>] {
    let place =
      kind == .dorsal ? model.anatomy.dorsalAttachment(atZ: z) : model.anatomy.ventralAttachment(atZ: z)
    let section = model.anatomy.crossSection(atZ: z)
    let x = 0.5 * section.lateral * place.lateral
    let y = 0.5 * section.anteroposterior * place.dorsal
    let angle = Foundation.atan2(y, x)
    let length = dura.z - z
    let off = min(0.5, 4 * scale / max(abs(length), 1e-6))
    let out = 1 - min(0.5, 8 * scale / max(abs(length), 1e-6))
    let steps = 16 + Int((abs(length) / (2 * scale)).rounded(.up))
    var points = [SIMD3(x, y, z)]
    for step in 1...steps {
      let t = Double(step) / Double(steps)
      let depth: Double
      if t < off {
        depth = 0.5 * t / off
      } else if t < out {
        depth = 0.5
      } else {
        depth = 0.5 + 0.5 * (t - out) / (1 - out)
      }
      let plane = RootPlane(model, z: z + t * length)
      points.append(plane.point(angle: angle + t * (exitAngle - angle), depth: depth))
    }
    return points
  }

  /// Through the foramen and on along the nerve, which runs sideways, forward and down (assumed).
  private func peripheralPart() -> [SIMD3<Double>] {
    let direction = SIMD3(0.8, -0.3, 0.52)
    return [foramen, foramen + course.peripheral * direction]
  }

  /// Distance at which a smoothed path crosses the surface of the cord, searched near where the raw one did,
  /// mm.
  private func crossing(_ path: FibrePath, near guess: Double) -> Double {
    let reach = 6 * course.rounding
    let step = reach / 60
    var best = guess
    var bestGap = Double.infinity
    var low = max(0, guess - reach)
    var before = level(path.point(at: low))
    while low < min(path.length, guess + reach) {
      let high = low + step
      let after = level(path.point(at: high))
      if (before < 0) != (after < 0) {
        let place = root(path, low, high, isInside: before < 0)
        if abs(place - guess) < bestGap { (best, bestGap) = (place, abs(place - guess)) }
      }
      (low, before) = (high, after)
    }
    return best
  }

  /// Distance at which a path crosses the surface, between one inside (or outside) and one beyond, mm; by bisection.
  private func root(_ path: FibrePath, _ start: Double, _ end: Double, isInside: Bool) -> Double {
    var low = start
    var high = end
    for _ in 0..<20 {
      let middle = 0.5 * (low + high)
      if (level(path.point(at: middle)) < 0) == isInside { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  /// Above 0 outside the cord's outline, below inside.
  private func level(_ point: SIMD3<Double>) -> Double {
    guard point.z < model.anatomy.length else { return 1 }
    let section = model.anatomy.crossSection(atZ: point.z)
    return section.outline.radius(
      lateral: 2 * point.x / section.lateral, dorsal: 2 * point.y / section.anteroposterior) - 1
  }
}
