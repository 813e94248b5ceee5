"""Reads the text back out of the documents that the report generator writes, a block (paragraph, cell, item) a line."""

import html.parser
import re
import unicodedata


def plain(text):
    """One line, normal form C, single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


class _HtmlText(html.parser.HTMLParser):
    BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "div", "section", "caption", "dt", "dd", "header",
              "article", "aside", "table", "tr", "ul", "ol", "body", "figure", "br"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.current, self.skipped, self.resources = [], "", 0, []

    def handle_starttag(self, tag, attributes):
        self.resources += [value for name, value in attributes if name in ("src", "href") and not value.startswith("#")]
        if tag in ("style", "script", "title"):
            self.skipped += 1
        if tag in self.BLOCKS:
            self.flush()

    def handle_endtag(self, tag):
        if tag in ("style", "script", "title"):
            self.skipped -= 1
        if tag in self.BLOCKS:
            self.flush()

    def handle_data(self, data):
        if not self.skipped:
            self.current += data

    def flush(self):
        if plain(self.current):
            self.lines.append(plain(self.current))
        self.current = ""


def html_lines(text):
    reader = _HtmlText()
    reader.feed(text)
    reader.flush()
    if reader.resources:
        raise AssertionError(f"the page is not self-contained: {reader.resources}")
    return reader.lines


def markdown_lines(text):
    lines = []
    paragraph = ""
    for line in text.split("\n") + [""]:
        line = re.sub(r"<br\s*/?>", " ", line)
        if re.match(r"^\s*\|", line):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            if not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                lines += [_unescaped(cell) for cell in cells if _unescaped(cell)]
            continue
        item = re.match(r"^\s*(?:#{1,6}|>|[-+*]|\d+\.(?=\s)(?!\d))\s+(.*)$", line)
        starts_block = item is not None
        if starts_block or not line.strip():
            if plain(paragraph):
                lines.append(_unescaped(paragraph))
            paragraph = line
        else:
            paragraph += " " + line
    return lines


def _unescaped(text):
    text = re.sub(r"^\s*(?:#{1,6}|>)\s+", "", text)
    text = re.sub(r"(?<!\\)[*_]{1,3}", "", text)
    text = text.replace("&nbsp;", " ")
    return plain(re.sub(r"\\([\\`*_{}\[\]()#+\-.!|<>~&])", r"\1", text))
