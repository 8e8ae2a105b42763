extension Classification {
  /// This classification as JSON text with the documented keys in a fixed order; it decodes to the same value.
  public var json: String {
    JSONWriter.object([
      ("standardRevision", JSONWriter.quote(standardRevision.rawValue)),
      ("right", right.json), ("left", left.json),
      ("neurologicalLevel", JSONWriter.values(neurologicalLevel)),
      ("completeness", JSONWriter.values(completeness)),
      ("impairmentScale", JSONWriter.values(impairmentScale)),
      ("totals", totals.json),
    ])
  }
}

extension SideClassification {
  fileprivate var json: String {
    JSONWriter.object([
      ("sensoryLevel", JSONWriter.values(sensoryLevel)), ("motorLevel", JSONWriter.values(motorLevel)),
      ("sensoryZone", JSONWriter.values(sensoryZone)), ("motorZone", JSONWriter.values(motorZone)),
    ])
  }
}

extension Totals {
  fileprivate var json: String {
    func side(_ side: SideTotals) -> String {
      JSONWriter.object([
        ("upperExtremity", JSONWriter.subtotal(side.upperExtremity)),
        ("lowerExtremity", JSONWriter.subtotal(side.lowerExtremity)),
        ("motor", JSONWriter.subtotal(side.motor)), ("lightTouch", JSONWriter.subtotal(side.lightTouch)),
        ("pinPrick", JSONWriter.subtotal(side.pinPrick)),
      ])
    }
    return JSONWriter.object([
      ("right", side(right)), ("left", side(left)),
      ("upperExtremity", JSONWriter.subtotal(upperExtremity)),
      ("lowerExtremity", JSONWriter.subtotal(lowerExtremity)), ("motor", JSONWriter.subtotal(motor)),
      ("lightTouch", JSONWriter.subtotal(lightTouch)), ("pinPrick", JSONWriter.subtotal(pinPrick)),
    ])
  }
}

extension Examination {
  /// This examination as JSON text in the nested form, with a fixed order of keys; it decodes to the same value.
  public var json: String {
    func side(_ side: ExaminationSide) -> String {
      var members = Modality.allCases.map { modality in
        let scores = zip(modality.levels, side[modality]).map {
          ($0.0.key, JSONWriter.quote($0.1.description))
        }
        return (modality.rawValue, JSONWriter.object(scores))
      }
      if let level = side.lowestNonKeyMuscle {
        members.append((ExaminationSide.nonKeyName, JSONWriter.quote(level.key)))
      }
      return JSONWriter.object(members)
    }
    return JSONWriter.object([
      ("right", side(right)), ("left", side(left)),
      ("voluntaryAnalContraction", JSONWriter.quote(voluntaryAnalContraction.rawValue)),
      ("deepAnalPressure", JSONWriter.quote(deepAnalPressure.rawValue)),
    ])
  }
}
