"""Sheets as files: wide or long, with another spelling in each cell, and the columns that say which is what."""
import csv
import io
import unicodedata

from counting import ALL
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

    def __init__(self, random, form, sheets, odd):
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
        self.words = {}  # of this file, by question and option
        if self.chance(0.3):
            self.add_words()
        self.divided = {each.code for at, each in enumerate(form.questions) if each.multiple and self.chance(0.5)
                        and self.can_divide(sheet["marks"][at] for sheet in sheets)}

    def add_words(self):
        question = self.random.choice(self.form.questions)
        code = self.random.choice(list(question.options))
        self.words[question.code, code] = ["ý kiến riêng"]
        self.columns["words"] = {question.code: {"Ý kiến riêng": code}}

    def can_divide(self, marks):
        """A number that is no code cannot be said in columns of single options."""
        return "out_of_range" in self.missing_words or "out_of_range" not in marks

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
        both = [f"{code} - {each}" for each in label]
        return self.speller.any([code, *label, *both, *option.get("also", []), *dictionary.get(option.get("level"), []),
                                 *self.words.get((question.code, code), [])])

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
        out = dict(self.columns, layout="wide")
        whole = {code: name for code, name in self.names.items() if code not in self.divided}
        if any(code != name for code, name in whole.items()):
            out["questions"] = whole
        if self.divided:
            out["options"] = [{"question": code, "option": option, "column": f"{self.names[code]}/{option}"}
                              for code in sorted(self.divided) for option in self.form.by_code[code].options]
        return out

    def rows_of(self, layout, sheets):
        return [row for sheet in sheets for row in (self.wide if layout == "wide" else self.long)(sheet)]

    def wide(self, sheet):
        row = self.about(sheet)
        for question, mark in zip(self.form.questions, sheet["marks"]):
            if question.code in self.divided:
                row |= self.columns_of_options(question, mark)
            else:
                row[self.names[question.code]] = self.joined(question, self.parts(question, mark))
        return [row]

    def columns_of_options(self, question, mark):
        """A word for a missing answer stands in each of them."""
        if isinstance(mark, str):
            cells = dict.fromkeys(question.options, self.speller.any(self.missing_words[mark]))
        else:
            cells = {each: "1" if each in mark else self.random.choice(["0", ""]) for each in question.options}
        return {f"{self.names[question.code]}/{each}": cell for each, cell in cells.items()}

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


class CountsWriter(Writer):
    """Rows of counts of answers."""

    def columns_of(self, layout):
        return {"format": "parindex.answer_columns/1", "layout": layout, "unit": "Đơn vị", "question": "Câu",
                "option": "Trả lời", "count": "Số lượng", "issued": "Phát ra", "returned": "Thu về", "valid": "Hợp lệ"}

    def rows_of_counts(self, tallied):
        """The sheets of a unit may stand in any of its rows, and in several."""
        out = []
        for unit, rows in tallied.items():
            whole = rows[ALL]
            said = {"Phát ra": whole.issued or "", "Thu về": whole.returned, "Hợp lệ": whole.valid}
            told = [dict(self.row(unit), **said)]
            for (question, option), number in whole.options.items():
                told.append(self.row(unit, question, self.option(self.form.by_code[question], option), number))
            for (question, state), number in whole.states.items():
                told.append(self.row(unit, question, state, number))
            for each in told[1:]:
                if self.chance(0.2):
                    each |= said
            out += told
        return self.random.sample(out, len(out))

    def row(self, unit, question="", answer="", number=""):
        return {"Đơn vị": unit, "Câu": question, "Trả lời": answer, "Số lượng": number, "Phát ra": "", "Thu về": "",
                "Hợp lệ": ""}


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
