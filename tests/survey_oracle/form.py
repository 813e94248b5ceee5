"""A questionnaire as its file describes it, with its references resolved."""
from fractions import Fraction
from functools import cache

STATES = ["answered", "blank", "dont_know", "not_applicable", "refused", "out_of_range", "several_marked", "skipped",
          "off_route"]
LEFT_OUT = ["skipped", "off_route"]  # by the route: excluded whatever a policy says


def percentage(text):
    return Fraction(text.removesuffix("%")) / 100


class Question:
    def __init__(self, form, described):
        self.code = described["code"]
        self.scale = described["scale"]
        self.options = {each["code"]: each for each in form.scales[self.scale]["options"]}
        self.multiple = described.get("multiple", False)
        self.satisfied = set(described.get("satisfied", []))
        self.kind = described.get("kind", "satisfaction")
        self.overall = described.get("overall", False)
        self.factor = described.get("factor") or None
        self.block = (form.factors[self.factor].get("block") or None) if self.factor else None
        self.asked_if = [(each["question"], set(each["any_of"])) for each in described.get("asked_if", [])]
        self.own_missing = described.get("missing", {})
        self.form_missing = form.missing
        self.levels = [each.get("level") for each in self.options.values()]
        self.satisfied_levels = {self.options[code].get("level") for code in self.satisfied}

    def level(self, option):
        return self.options[option]["level"]

    def weight(self, option):
        return percentage(self.options[option]["weight"])

    def has_levels(self):
        return None not in self.levels

    def has_weights(self):
        return all("weight" in each for each in self.options.values())


def policy(question, state):
    if state in LEFT_OUT:
        return "exclude"
    return question.own_missing.get(state, question.form_missing.get(state, "exclude"))


def in_index(question):
    return question.kind == "satisfaction" and not question.multiple and not question.overall


class Form:
    def __init__(self, described):
        self.described = described
        self.scales = {each["code"]: each for each in described["scales"]}
        self.factors = {each["code"]: each for each in described.get("factors", [])}
        self.blocks = {each["code"]: each for each in described.get("blocks", [])}
        self.groups = {each["code"]: each for each in described.get("groups", [])}
        self.missing = described.get("missing", {})
        self.questions = [Question(self, each) for each in described["questions"]]
        self.by_code = {each.code: each for each in self.questions}
        validity = described.get("validity", {})
        self.minimum_answered = percentage(validity.get("minimum_answered", "0%"))
        self.required = validity.get("required", [])
        self.items = cache(self.items_of)

    def scopes(self):
        """Codes of the whole, blocks, factors and questions; of the whole it is empty."""
        return ["", *self.blocks, *self.factors, *self.by_code]

    def items_of(self, scope):
        """The questions that an index of the scope is about."""
        if scope in self.by_code:
            return [self.by_code[scope]]
        return [each for each in self.questions if in_index(each) and scope in ("", each.factor, each.block)]
