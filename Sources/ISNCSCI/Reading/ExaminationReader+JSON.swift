extension ExaminationReader {
  func readJSON(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (ReadRecord) -> Void) {
    do throws(ExaminationError) {
      let node = try JSONParser.parse(bytes)
      if case .array(let items) = node {
        for (index, item) in items.enumerated() { body(record(item, line: index + 1)) }
      } else {
        body(record(node, line: 1))
      }
    } catch {
      body(ReadRecord(line: 1, fault: error))
    }
  }

  func readJSONLines(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (ReadRecord) -> Void) {
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
      start = end + 1
      if part.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
      do throws(ExaminationError) {
        body(record(try JSONParser.parse(part), line: line))
      } catch {
        body(ReadRecord(line: line, fault: error))
      }
    }
  }

  private func record(_ node: JSONNode, line: Int) -> ReadRecord {
    guard case .object(let members) = node else {
      return ReadRecord(line: line, fault: .malformed(format: "JSON", reason: "an object is required"))
    }
    let wrapped = members.first { $0.name == "exam" || $0.name == "examination" }
    var content = members
    if let wrapped, case .object(let inner) = wrapped.value { content = inner }
    let isNested = content.contains { $0.name == "right" || $0.name == "left" }
    var raw = RawExamination(names: isNested ? .nested : .flat)
    for member in content { fill(&raw, member, isNested: isNested) }
    let names = members + content
    raw.identifier =
      names.first { $0.name == "id" }?.value.text ?? names.first { $0.name == "name" }?.value.text
    return ReadRecord(line: line, raw, options)
  }

  private func fill(_ raw: inout RawExamination, _ member: JSONNode.Member, isNested: Bool) {
    let isLenient = options.ignoresUnknownFields
    guard isNested, member.name == "right" || member.name == "left" else {
      raw.set(member.name, member.value.text, isLenient: isLenient)
      return
    }
    guard case .object(let groups) = member.value else {
      raw.faults.append(.malformed(format: "JSON", reason: "'\(member.name)' must be an object"))
      return
    }
    for group in groups {
      let path = "\(member.name).\(group.name)"
      guard ["motor", "lightTouch", "pinPrick"].contains(group.name) else {
        raw.set(path, group.value.text, isLenient: isLenient)
        continue
      }
      guard case .object(let scores) = group.value else {
        raw.faults.append(.malformed(format: "JSON", reason: "'\(path)' must be an object"))
        continue
      }
      let numbers = FieldNames.nestedGroups[path] ?? [:]
      for score in scores {
        if let number = numbers[score.name], raw.values[number] == nil {
          raw.values[number] = score.value.text
        } else {
          // Unknown or repeated: the slow way reports it.
          raw.set("\(path).\(score.name)", score.value.text, isLenient: isLenient)
        }
      }
    }
  }
}
