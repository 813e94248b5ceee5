#!/usr/bin/env python3
"""The command `survey` on counts that districts, portals and the ministry published, in files as offices save them.

usage: survey_published_test.py PARINDEX_REPORT
"""

import sys
import unittest
from fractions import Fraction

from survey_case import SurveyCase

# Ballots of districts: issued, returned, satisfied, not satisfied, and what was printed in percent.
# Thăng Bình 2017: baoquangnam.vn/print/3094087.html; Nông Sơn 2020: nongson.quangnam.gov.vn PORTAL079633, which prints the 1.18
# of those who are not satisfied.
BALLOTS = {"Thăng Bình": (76, 72, 71, 1, "94.74", "98.61"), "Nông Sơn": (200, 170, 168, 2, "85.00", "98.82")}
# Forms issued and valid: moha.gov.vn ItemID=56029 (2023), thoibaonganhang.vn (2019).
FORMS = {"2023": (40230, 39765, "98.84"), "2019": (36630, 35268, "96.28")}
# Files of the portal of Huế that are done, early, on time, late: dichvucong.thuathienhue.gov.vn/thongke/ReqId/d65d4779.
PORTAL = {"Mức 1, 2": (257141, 124907, 102770, 19852, "48.6", "40.0", "7.7"),
          "Mức 3": (61827, 43434, 11795, 4331, "70.3", "19.1", "7.0"), "Mức 4": (1611, 952, 388, 268, "59.1", "24.1", "16.6")}


def form(options, satisfied):
    scale = [{"code": code, "label": label} for code, label in options.items()]
    return {"format": "parindex.questionnaire/1", "code": "P", "name": "Phiếu lấy ý kiến", "method": "Công bố",
            "scales": [{"code": "s", "options": scale}],
            "questions": [{"code": "c1", "text": "Nội dung lấy ý kiến", "scale": "s", "satisfied": satisfied}]}


def printed(value, places):
    """Half up."""
    units = value * 10 ** places
    whole = (2 * units.numerator + units.denominator) // (2 * units.denominator)
    return f"{whole // 10 ** places}.{whole % 10 ** places:0{places}}"


class Published(SurveyCase):
    def setUp(self):
        super().setUp()
        self.columns = self.write("cot.json", {
            "format": "parindex.answer_columns/1", "layout": "aggregate", "unit": "Đơn vị", "question": "Câu", "option": "Phương án",
            "count": "Số lượng", "issued": "Phát ra", "returned": "Thu về", "valid": "Hợp lệ"})

    def tables(self, described, rows, *arguments):
        """Of a file with semicolons, a byte order mark and empty rows at the end, as a spreadsheet writes it in Vietnam."""
        lines = [["Đơn vị", "Câu", "Phương án", "Số lượng", "Phát ra", "Thu về", "Hợp lệ", ""], *([*row, ""] for row in rows),
                 [""] * 8, [""] * 8]
        answers = self.write("so-lieu.csv", "\ufeff" + "".join(";".join(map(str, line)) + "\r\n" for line in lines))
        return super().tables(self.write("phieu.json", described), answers, "--columns", self.columns, "--minimum-cell", "0", *arguments)

    def test_ballots_of_districts(self):
        rows = []
        for unit, (issued, returned, yes, no, _, _) in BALLOTS.items():
            rows += [[unit, "c1", "co", yes, issued, returned, returned], [unit, "c1", "khong", no, "", "", ""]]
        found = self.tables(form({"co": "Có", "khong": "Không"}, ["co"]), rows, "--formula", "F13", "--scope", "c1")
        self.assertEqual({row["unit"]: (row["return_rate"]["percent"], row["c1"]["percent"])
                          for row in (sheets | index for sheets, index in zip(found["sheets"], found["units"]))},
                         {unit: figures[4:] for unit, figures in sorted(BALLOTS.items())})
        both = [sum(column) for column in zip(*(figures[:4] for figures in BALLOTS.values()))]
        whole = found["sheets"][-1]
        self.assertEqual(Fraction(whole["return_rate"]["exact"]), Fraction(both[1], both[0]))
        self.assertEqual(Fraction(found["indices"][0]["index"]["exact"]), Fraction(both[2], both[1]))
        found = self.tables(form({"co": "Có", "khong": "Không"}, ["co"]), rows, "--formula", "F13_issued", "--scope", "c1")
        self.assertEqual(Fraction(found["indices"][0]["index"]["exact"]), Fraction(both[2], both[0]))

    def test_a_row_of_sums_is_pointed_at(self):
        rows = [["Xã A", "c1", "co", 8, "", "", ""], ["Xã B", "c1", "co", 9, "", "", ""], ["Tổng cộng", "c1", "co", 17, "", "", ""]]
        described = form({"co": "Có", "khong": "Không"}, ["co"])
        self.assertEqual(self.tables(described, rows)["answers_s"][0]["answered"], 34)
        self.assertIn('so-lieu.csv: warning: the unit "Tổng cộng" is called as the sum of the others', self.errors)
        self.assertEqual(self.tables(described, rows, "--without", "Tổng cộng")["answers_s"][0]["answered"], 17)
        self.assertNotIn("warning", self.errors)

    def test_forms_of_the_ministry(self):
        rows = [[year, "", "", "", issued, valid, valid] for year, (issued, valid, _) in FORMS.items()]
        found = self.tables(form({"co": "Có", "khong": "Không"}, ["co"]), rows)["sheets"]
        self.assertEqual({row["unit"]: (row["issued"], row["valid"], row["yield"]["percent"]) for row in found[:-1]}, FORMS)
        self.assertEqual(Fraction(found[-1]["yield"]["exact"]), Fraction(39765 + 35268, 40230 + 36630))
        # Where nobody says how many were issued, there is nothing to divide by; of some units, the whole has no rate.
        rows[0][4] = ""
        found = self.tables(form({"co": "Có", "khong": "Không"}, ["co"]), rows)["sheets"]
        self.assertEqual([row["yield"] and row["yield"]["percent"] for row in found], ["96.28", None, None])
        rows[1][4] = ""
        self.assertNotIn("yield", self.tables(form({"co": "Có", "khong": "Không"}, ["co"]), rows)["sheets"][0])

    def test_files_of_a_portal(self):
        """The classes leave some out, which are done as well: a rest of its own, so that the shares are those of all."""
        options = {"som": "Trước hạn", "dung": "Đúng hạn", "tre": "Trễ hạn", "khac": "Chưa phân loại"}
        for level, (done, *classes, early, on_time, late) in PORTAL.items():
            with self.subTest(level):
                counts = [*classes, done - sum(classes)]
                rows = [[level, "c1", option, count, "", "", ""] for option, count in zip(options, counts)]
                row = self.tables(form(options, ["som", "dung"]), rows)["answers_s"][0]
                self.assertEqual(row["answered"], done)
                shares = [row[f"option_{option}"] for option in options]
                self.assertEqual([share["count"] for share in shares], counts)
                self.assertEqual([printed(Fraction(share["exact"]) * 100, 1) for share in shares[:3]], [early, on_time, late])
                self.assertEqual(Fraction(row["satisfied"]["exact"]), Fraction(sum(classes[:2]), done))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
