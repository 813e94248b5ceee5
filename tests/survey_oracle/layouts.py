"""Sheets as files: wide or long, with another spelling in each cell, and the columns that say which is what."""
import csv
import io
import unicodedata

from random_sheets import numbered

DICTIONARY = {
    "satisfaction": {1: ["rất không hài lòng", "very dissatisfied", "rat_khong_hai_long"],
                     2: ["không hài lòng", "dissatisfied", "khong_hai_long"],
                     3: ["bình thường", "binh_thuong"],
                     4: ["hài lòng", "satisfied", "hai_long"],
                     5: ["rất hài lòng", "very satisfied", "rat_hai_long"]},
    "yes_no": {1: ["không", "no"], 2: ["có", "yes"]},
}
IDENTIFIERS = {"Họ và tên": "Nguyễn Văn \"A\"", "SĐT": "0912,345;678", "E-mail": "a@example.com\nb@example.com"}


class Speller:
    """The same word as different people and programs write it."""

    def __init__(self, random, odd):
        self.random = random
        self.odd = odd  # how often a word is not written as its questionnaire does

    def chance(self, share):
        return self.random.random() < share

    def any(self, words):
        return self.spelled(self.random.choice(words))

    def spelled(self, word):
        if not self.chance(self.odd):
            return word
        word = self.random.choice([str, str.upper, str.lower, str.title, str.capitalize])(word)
        if self.chance(0.3):
            word = unicodedata.normalize("NFD", word)
        if self.chance(0.3):
            word = word.replace(" ", self.random.choice(["  ", "\u00a0", " \t "]))
        if self.chance(0.3):
            word = self.random.choice([" ", "\u00a0", "  "]) + word + self.random.choice(["", " "])
        return word


class Writer:
    """Rows of cells from sheets, with the columns that say which is what."""

    def __init__(self, random, form, odd):
        self.random = random
        self.form = form
        self.speller = Speller(random, odd)
        self.missing_words = form.described["missing_words"]
        self.separator = self.choose_separator()
        self.columns = {"format": "parindex.answer_columns/1", "unit": "Đơn vị", "separator": self.separator,
                        "groups": {code: f"nhóm {code}" for code in form.groups}}
        self.names = {each.code: each.code for each in form.questions}
        if self.chance(0.5):
            self.names = {code: f'Nội dung "{code}", mức độ' for code in self.names}

    def choose_separator(self):
        words = "".join(word for each in self.missing_words.values() for word in each)
        return self.random.choice([each for each in (";", "|", "/", ",") if each not in words])

    def chance(self, share):
        return self.random.random() < share

    # What stands in a cell.

    def option(self, question, code):
        option = question.options[code]
        dictionary = DICTIONARY.get(self.form.scales[question.scale].get("words"), {})
        label = [option["label"]] if option.get("label") else []
        return self.speller.any([code, *label, *option.get("also", []), *dictionary.get(option.get("level"), [])])

    def missing(self, question, state):
        if state == "out_of_range" and numbered(question) and (state not in self.missing_words or self.chance(0.5)):
            return self.random.choice([each for each in ("9", "44", "100", "8") if each not in question.options])
        return self.speller.any(self.missing_words[state])

    def parts(self, question, mark):
        """What is written of a mark; nothing where nothing is marked."""
        if isinstance(mark, str):
            return [self.missing(question, mark)]
        return [self.option(question, each) for each in mark]

    def joined(self, question, parts):
        """A space behind a comma, without which "4,5" might be a number, where one option is asked for."""
        space = " " if self.separator == "," and not question.multiple else self.random.choice(["", " "])
        return (self.separator + space).join(parts)

    def group(self, code, value):
        categories = {each["code"]: each for each in self.form.groups[code]["categories"]}
        if value not in categories:
            return value or ""
        category = categories[value]
        return self.speller.any([value, category["label"], *category.get("also", [])])

    # Rows.

    def about(self, sheet):
        """Columns that both layouts have."""
        out = {"Đơn vị": sheet["unit"], "Mã phiếu": sheet["respondent"]}
        out |= {column: self.group(code, sheet["groups"][code]) for code, column in self.columns["groups"].items()}
        return out | IDENTIFIERS

    def columns_of(self, layout):
        if layout == "long":
            return dict(self.columns, layout="long", respondent="Mã phiếu", question="Câu", answer="Trả lời")
        renamed = any(code != name for code, name in self.names.items())
        return dict(self.columns, layout="wide", **({"questions": self.names} if renamed else {}))

    def rows_of(self, layout, sheets):
        return [row for sheet in sheets for row in (self.wide if layout == "wide" else self.long)(sheet)]

    def wide(self, sheet):
        row = self.about(sheet)
        for question, mark in zip(self.form.questions, sheet["marks"]):
            row[self.names[question.code]] = self.joined(question, self.parts(question, mark))
        return [row]

    def long(self, sheet):
        """Rows of what is blank are there or not, but a respondent has one row at least."""
        about = self.about(sheet)
        told = []
        for question, mark in zip(self.form.questions, sheet["marks"]):
            parts = self.parts(question, mark)
            if question.multiple and len(parts) > 1 and self.chance(0.5):
                told += [(question.code, each) for each in parts]
            elif parts or self.chance(0.5):
                told.append((question.code, self.joined(question, parts)))
        self.random.shuffle(told)
        return [dict(about, **{"Câu": code, "Trả lời": answer})
                for code, answer in told or [(self.form.questions[0].code, "")]]


def csv_text(random, rows):
    """With columns in any order, any delimiter and end of line."""
    names = list(rows[0])
    random.shuffle(names)
    out = io.StringIO()
    out.write(random.choice(["", "\ufeff"]))
    writer = csv.DictWriter(out, names, delimiter=random.choice(",;\t"), lineterminator=random.choice(["\n", "\r\n"]),
                            quoting=random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
