"""Random answer sheets of a questionnaire, as what people meant; how that is written is the business of layouts."""

UNITS = ["U1", "xã Mường Bú", "H,27"]
MISSING_STATES = ["dont_know", "not_applicable", "refused"]


def numbered(question):
    """Whether all codes are whole numbers, so that another whole number is a typing error."""
    return all(each.isdecimal() for each in question.options)


class SheetMaker:
    def __init__(self, random, form):
        self.random = random
        self.form = form
        self.words = form.described["missing_words"]
        self.blanks, self.missing, self.several = random.choice([(0, 0, 0), (0.05, 0.1, 0.02), (0.15, 0.15, 0.1),
                                                                 (0.5, 0.1, 0.05)])
        self.units = random.sample(UNITS, random.randint(1, 3))
        self.happiness = random.random()

    def sheets(self):
        """Few, so that shares of nothing are seen too."""
        return [self.sheet(f"p{number}") for number in range(self.random.choice([1, 3, 6, 12, 25]))]

    def sheet(self, respondent):
        return {"unit": self.random.choice(self.units), "respondent": respondent,
                "groups": {code: self.group(group) for code, group in self.form.groups.items()},
                "marks": [self.mark(each) for each in self.form.questions]}

    def group(self, group):
        """The code of a category, a number for bands, or nothing."""
        if self.random.random() < 0.1:
            return None
        category = self.random.choice(group["categories"])
        if "from" not in category and "below" not in category:
            return category["code"]
        low, high = category.get("from", "0"), category.get("below", "99")
        if self.random.random() < 0.4:
            return low
        inside = [str(age) for age in range(100) if float(low) <= age < float(high)]
        return self.random.choice(inside) if inside else low

    def mark(self, question):
        draw = self.random.random()
        if draw < self.blanks:
            return "blank" if "blank" in self.words and self.random.random() < 0.3 else []
        if draw < self.blanks + self.missing:
            states = [each for each in MISSING_STATES if each in self.words]
            if numbered(question) or "out_of_range" in self.words:
                states.append("out_of_range")
            if states:
                return self.random.choice(states)
        options = list(question.options)
        if question.multiple:
            return self.random.sample(options, self.random.randint(1, len(options)))
        if len(options) > 1 and self.random.random() < self.several:
            return self.random.sample(options, 2)
        liked = [each for each in options if each in question.satisfied]
        return [self.random.choice(liked if liked and self.random.random() < self.happiness else options)]
