"""Enough of Swift's lexical grammar for the house checks: code with comments and literals blanked out."""

import re

_OPEN_STRING = re.compile(r'(#*)("""|")')
_EXTENDED_REGEX = re.compile(r"(#+)/")
# A bare regex literal stands where a value may begin, and ends on its line; else `/` is an operator.
_BARE_REGEX = re.compile(r"/(?![\s/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+(?<!\s)/")
_BEFORE_VALUE = re.compile(r"(?:^|[(,=:\[{;!&|?]|\b(?:return|in|case|where|try|await))\s*$")


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def _end_of_block_comment(text, start):
    depth, position = 0, start
    for match in re.finditer(r"/\*|\*/", text[start:]):
        depth += 1 if match.group() == "/*" else -1
        position = start + match.end()
        if depth == 0:
            return position
    return len(text)


def _end_of_interpolation(text, position):
    """Position after the `)` that closes an interpolation whose `(` has just been read."""
    depth = 1
    while position < len(text) and depth:
        match = _OPEN_STRING.match(text, position)
        if match:
            position = _end_of_string(text, match)
            continue
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        position += 1
    return position


def _end_of_string(text, opened):
    hashes, quote = opened.group(1), opened.group(2)
    closing, escape = quote + hashes, "\\" + hashes
    position = opened.end()
    while position < len(text):
        if text.startswith(escape, position):
            position += len(escape) + 1
            if text[position - 1 : position] == "(":
                position = _end_of_interpolation(text, position)
        elif text.startswith(closing, position):
            return position + len(closing)
        elif quote == '"' and text[position] == "\n":
            return position
        else:
            position += 1
    return len(text)


def _end_of_literal(text, position):
    """End of the comment or literal that begins here, or None where code goes on."""
    if text.startswith("//", position):
        end = text.find("\n", position)
        return len(text) if end < 0 else end
    if text.startswith("/*", position):
        return _end_of_block_comment(text, position)
    match = _OPEN_STRING.match(text, position)
    if match:
        return _end_of_string(text, match)
    match = _EXTENDED_REGEX.match(text, position)
    if match:
        end = text.find("/" + match.group(1), match.end())
        return len(text) if end < 0 else end + 1 + len(match.group(1))
    if text[position] == "/":
        line = text[text.rfind("\n", 0, position) + 1 : position]
        match = _BARE_REGEX.match(text, position)
        if match and _BEFORE_VALUE.search(line):
            return match.end()
    return None


def code_only(text):
    """The text with comments, strings and regex literals as spaces: same length, same line breaks."""
    parts, position = [], 0
    while position < len(text):
        plain = re.compile(r'[^/"#]+').match(text, position)
        if plain:
            parts.append(plain.group())
            position = plain.end()
            continue
        end = _end_of_literal(text, position)
        if end is None:
            parts.append(text[position])
            position += 1
        else:
            parts.append(_blank(text[position:end]))
            position = end
    return "".join(parts)
