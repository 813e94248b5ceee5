"""Numbers on their way into a JSON text, where each may be a number or a string; never a binary one."""
import json
import re


def text(coefficient, scale):
    """coefficient / 10^scale in its strict form."""
    digits = str(abs(coefficient)).rjust(scale + 1, "0")
    sign = "-" if coefficient < 0 else ""
    return sign + (digits if scale == 0 else f"{digits[:-scale]}.{digits[-scale:]}")


def text_of(value):
    """A Fraction that has an end."""
    scale = next(scale for scale in range(19) if (value * 10**scale).denominator == 1)
    return text(int(value * 10**scale), scale)


def any_form(random, number):
    """The number as a JSON number or as a string."""
    return f"#{number}#" if random.random() < 0.5 else number


def any_figure(random, number):
    """A number of points, sometimes with where it comes from, which changes nothing."""
    form = any_form(random, number)
    if random.random() < 0.9:
        return form
    return {"value": form, "provenance": "inferred", "assumption": "Suy ra từ tổng."}


def plain(form):
    return plain(form["value"]) if isinstance(form, dict) else form.strip("#")


def written(value):
    """The JSON text on one line."""
    return re.sub(r'"#(-?[0-9.]+)#"', r"\1", json.dumps(value, ensure_ascii=False))
