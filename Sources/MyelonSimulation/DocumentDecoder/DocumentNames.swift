/// Names as files write them (`prior-deviation`) and as code does (`priorDeviation`).
package enum DocumentNames {
  /// The name in code of a name in a file; a name without hyphens stays as it is.
  package static func code(_ name: String) -> String {
    var code = ""
    var isUpper = false
    for character in name {
      if character == "-" {
        isUpper = true
      } else {
        code += isUpper ? character.uppercased() : String(character)
        isUpper = false
      }
    }
    return code
  }

  /// The name in a file of a name in code.
  package static func file(_ name: String) -> String {
    var file = ""
    for character in name {
      file += character.isUppercase ? "-" + character.lowercased() : String(character)
    }
    return file
  }

  /// A text in which names of code stand as they do in files: `arrivalInterval` becomes `arrival-interval`, mTPI stays.
  package static func inFileStyle(_ text: String) -> String {
    var result = ""
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        result += shown(word)
        result.append(character)
        word = ""
      }
    }
    return result + shown(word)
  }

  private static func shown(_ word: String) -> String { isCamelCase(word) ? file(word) : word }

  /// Lower-case letters, then parts that begin with one capital letter followed by a lower-case one.
  private static func isCamelCase(_ word: String) -> Bool {
    let letters = Array(word)
    guard letters.count > 2, letters[0].isLowercase, letters.contains(where: \.isUppercase) else {
      return false
    }
    return letters.indices.allSatisfy { index in
      guard letters[index].isUppercase else { return true }
      return index + 1 < letters.count && letters[index + 1].isLowercase
    }
  }
}
