"""Random questionnaires that every static check accepts."""

LABELS = {
    2: ["Không tốt", "Tốt"],
    3: ["Không hài lòng", "Hài lòng", "Rất hài lòng"],
    4: ["Kém", "Trung bình", "Khá", "Tốt"],
    5: ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"],
    6: ["Rất không đồng ý", "Không đồng ý", "Hơi không đồng ý", "Hơi đồng ý", "Đồng ý", "Rất đồng ý"],
    7: ["Rất kém", "Kém", "Hơi kém", "Trung bình", "Hơi tốt", "Tốt", "Rất tốt"],
}
ALSO = {"Tốt": ["Tốt đẹp", "good"], "Không tốt": ["bad"], "Kém": ["poor"], "Trung bình": ["TB"],
        "Bình thường": ["Tạm được", "BT"], "Rất hài lòng": ["RHL"], "Đồng ý": ["agree"]}
CHANNELS = ["Trực tiếp", "Trực tuyến", "Bưu chính", "Điện thoại", "Trang thông tin", "Người quen", "Qua người quen"]
WORDS = {"dont_know": ["99", "Không biết", "không có ý kiến"], "not_applicable": ["98", "Không áp dụng", "n/a"],
         "refused": ["97", "Từ chối", "Không trả lời"], "blank": ["-", "(trống)"],
         "out_of_range": ["không hợp lệ", "?"]}
POLICY_STATES = ["blank", "dont_know", "not_applicable", "refused", "out_of_range", "several_marked"]
GROUPS = [
    {"code": "gender", "name": "Giới tính", "categories": [
        {"code": "nam", "label": "Nam", "also": ["male", "M"]}, {"code": "nu", "label": "Nữ", "also": ["female"]}]},
    {"code": "ethnicity", "name": "Dân tộc", "categories": [
        {"code": "kinh", "label": "Kinh"}, {"code": "khac", "label": "Dân tộc khác", "also": ["khác", "thiểu số"]}]},
    {"code": "area", "name": "Địa bàn", "categories": [
        {"code": "1", "label": "Đồng bằng"}, {"code": "2", "label": "Miền núi"}, {"code": "3", "label": "Hải đảo"}]},
]


class QuestionnaireMaker:
    def __init__(self, random):
        self.random = random
        self.described = {"format": "parindex.questionnaire/1", "code": "Q1", "name": "Phiếu khảo sát",
                          "method": random.choice(["1001/QĐ-BNV 2023", "2640/QĐ-BNV 2017"]), "source": "ngẫu nhiên"}
        self.add_scales()
        self.add_blocks()
        self.add_questions()
        self.add_groups()
        self.add_missing()
        self.add_validity()

    def chance(self, share):
        return self.random.random() < share

    # Scales: the first one is that of most questions, so that formulas which need one scale find it.

    def add_scales(self):
        makers = [self.levels, self.levels, self.letters, self.yes_no, self.words]
        scales = [self.random.choice(makers)() for _ in range(self.random.randint(1, 3))]
        if self.chance(0.3):
            scales.append(dict(scales[0], options=[dict(each) for each in scales[0]["options"]]))
        if self.chance(0.4):
            scales.append(self.channels())
        for at, each in enumerate(scales):
            each["code"] = f"s{at}"
            if self.chance(0.3):
                self.random.shuffle(each["options"])
        self.described["scales"] = scales

    def levels(self):
        number = self.random.randint(2, 7)
        options = [{"code": str(at + 1), "level": at + 1} for at in range(number)]
        if self.chance(0.2):  # codes count from the best, or from 0
            for at, each in enumerate(options):
                each["code"] = str(number - at)
        elif self.chance(0.2):
            for at, each in enumerate(options):
                each["code"] = str(at)
        if self.chance(0.15):  # a level that the form does not have
            for each in options[self.random.randrange(1, number):]:
                each["level"] += 1
        if self.chance(0.8):
            self.add_labels(options, LABELS[number])
        if self.chance(0.4):
            self.add_weights(options)
        return {"options": options}

    def add_labels(self, options, labels):
        for each, label in zip(options, labels):
            each["label"] = label
            if label in ALSO and self.chance(0.5):
                each["also"] = ALSO[label]

    def add_weights(self, options):
        """Not always in the order of levels, and sometimes not of all."""
        for each in options:
            each["weight"] = self.random.choice(["0%", "20%", "33.3%", "60%", "100%", "87.25%"])
        if self.chance(0.15):
            del self.random.choice(options)["weight"]

    def letters(self):
        number = self.random.randint(2, 5)
        options = [{"code": "ABCDE"[at]} for at in range(number)]
        self.add_weights(options)
        if self.chance(0.6):
            for at, each in enumerate(options):
                each["level"] = number - at
        return {"options": options}

    def words(self):
        codes = ["rat_khong_hai_long", "khong_hai_long", "binh_thuong", "hai_long", "rat_hai_long"]
        if self.chance(0.5):
            codes = ["5", "4", "3", "2", "1"] if self.chance(0.5) else ["1", "2", "3", "4", "5"]
        options = [{"code": code, "level": at + 1} for at, code in enumerate(codes)]
        if self.chance(0.5):
            self.add_labels(options, LABELS[5])
        return {"options": options, "words": "satisfaction"}

    def yes_no(self):
        codes = self.random.choice([["0", "1"], ["khong", "co"], ["N", "Y"]])
        options = [{"code": codes[0], "label": "Không"}, {"code": codes[1], "label": "Có"}]
        out = {"options": options}
        if self.chance(0.6):
            options[0]["level"], options[1]["level"] = 1, 2
            if self.chance(0.5):
                out["words"] = "yes_no"
        return out

    def channels(self):
        labels = self.random.sample(CHANNELS, self.random.randint(2, 6))
        return {"options": [{"code": f"k{at}", "label": label} for at, label in enumerate(labels)]}

    # Questions.

    def add_blocks(self):
        blocks = [{"code": f"b{at}", "name": f"Nhóm {at}"} for at in range(self.random.choice([0, 1, 2, 2]))]
        factors = [{"code": f"f{at}", "name": f"Yếu tố {at}"} for at in range(self.random.randint(0, 3))]
        for each in factors:
            if blocks and self.chance(0.8):
                each["block"] = self.random.choice(blocks)["code"]
        self.described |= {"blocks": blocks, "factors": factors}

    def add_questions(self):
        self.factor_share = self.random.choice([0.7, 1, 1])
        self.odd_share = self.random.choice([0, 0.1, 0.4])
        self.main_satisfied = self.satisfied_of(self.described["scales"][0])
        questions = []
        for at in range(self.random.randint(1, 7)):
            questions.append(self.question(f"c{at + 1}", questions))
        fit = [each for each in questions if not each.get("multiple") and each.get("satisfied")
               and each.get("kind", "satisfaction") == "satisfaction"]
        if fit and self.chance(0.25):
            self.random.choice(fit)["overall"] = True
        self.described["questions"] = questions

    def satisfied_of(self, scale):
        """The options from some level up; of options without levels, any."""
        options = list(scale["options"])
        if "level" in options[0]:
            options.sort(key=lambda each: -each["level"])
            middle = 2 if len(options) == 3 and self.chance(0.7) else self.random.randint(1, len(options) - 1)
        else:
            self.random.shuffle(options)
            middle = self.random.randint(1, len(options) - 1)
        return [each["code"] for each in options[:middle]]

    def question(self, code, earlier):
        odd = self.chance(self.odd_share)
        scale = self.random.choice(self.described["scales"]) if odd else self.described["scales"][0]
        out = {"code": code, "text": f"Câu {code}", "number": len(earlier) + 1, "scale": scale["code"],
               "satisfied": self.satisfied_of(scale) if odd else self.main_satisfied}
        if odd and self.chance(0.4):
            out["kind"] = self.random.choice(["perception", "satisfaction", "need"])
            if out["kind"] != "satisfaction" and self.chance(0.3):
                del out["satisfied"]
        if odd and self.chance(0.4) or "level" not in scale["options"][0] and self.chance(0.4):
            out["multiple"] = True
        if self.described["factors"] and self.chance(self.factor_share):
            out["factor"] = self.random.choice(self.described["factors"])["code"]
        if earlier and self.chance(0.2):
            out["asked_if"] = [self.condition(each) for each in
                               self.random.sample(earlier, min(len(earlier), self.random.choice([1, 1, 2])))]
        if self.chance(0.2):
            out["missing"] = self.policies(0.3)
        return out

    def condition(self, question):
        options = next(each for each in self.described["scales"] if each["code"] == question["scale"])["options"]
        chosen = self.random.sample(options, self.random.randint(1, len(options)))
        return {"question": question["code"], "any_of": [each["code"] for each in chosen]}

    # The rest.

    def policies(self, share):
        return {state: self.random.choice(["exclude", "least_favourable"] if self.chance(0.98) else ["refuse"])
                for state in POLICY_STATES if self.chance(share)}

    def add_missing(self):
        self.described["missing"] = self.policies(0.4)
        self.described["missing_words"] = {
            state: self.random.sample(words, self.random.randint(1, len(words)))
            for state, words in WORDS.items() if self.chance(0.7)}

    def add_groups(self):
        groups = [each for each in GROUPS if self.chance(0.3)]
        if self.chance(0.5):
            groups.append(self.ages())
        self.described["groups"] = groups

    def ages(self):
        ends = sorted(self.random.sample(["18", "25", "34.5", "50", "60", "61"], self.random.randint(2, 5)), key=float)
        bands = [{"from": low, "below": high} for low, high in zip(ends, ends[1:])]
        if self.chance(0.7):
            bands.insert(0, {"below": ends[0]})
        if self.chance(0.7):
            bands.append({"from": ends[-1]})
        if len(bands) > 2 and self.chance(0.2):
            del bands[1]
        return {"code": "age", "name": "Tuổi",
                "categories": [{"code": f"t{at}", "label": f"Nhóm tuổi {at}", **each} for at, each in enumerate(bands)]}

    def add_validity(self):
        out = {}
        if self.chance(0.5):
            out["minimum_answered"] = self.random.choice(["25%", "50%", "60%", "66.7%", "75%", "100%"])
        if self.chance(0.3):
            questions = self.described["questions"]
            out["required"] = [self.random.choice(questions)["code"]]
        if out:
            self.described["validity"] = out
