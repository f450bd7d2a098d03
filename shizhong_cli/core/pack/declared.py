"""What the files declare beside figures: relations, rates, answered questions, numbers that are none of the data."""

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.pack.terms import Kind, QuestionRule
from shizhong_cli.problems import Place, Spot
from shizhong_cli.tuples import NamedTuple


class DeclaredCheck(NamedTuple):
    """A relation between figures that the author wrote down."""

    id: str
    expression: str
    place: Place
    spot: Spot  # where the characters of the expression stand
    kind: Kind = Kind.DECLARED
    name: str = ""
    name_en: str = ""
    unknown: str = ""  # what the unknown is called
    unknown_en: str = ""
    not_checkable: str = ""  # the reason why a definition forbids the comparison
    not_checkable_en: str = ""
    promise: str = ""  # reference of the target that is set against the unknown
    unit: str = ""  # that the result is shown in: 倍 for a ratio that is no share


class Rate(NamedTuple):
    """A dated exchange rate: one ``unit`` is ``factor`` of ``into``."""

    text: str  # as it was given
    unit: str
    into: str
    factor: Fraction
    date: Period
    source: str = ""


class Lights(NamedTuple):
    """How far behind a target may be with a yellow light; beyond it is red. What is not declared is 0: red at once."""

    lead: Fraction = Fraction(0)  # of sums: 个百分点 that completion is behind the time
    points: Fraction = Fraction(0)  # of rates and shares: 个百分点 short of what is due
    otherwise: Fraction = Fraction(0)  # of stocks: short by this share of what is due
    reason: str = ""
    reason_en: str = ""


class Silence(NamedTuple):
    """A question that the author has answered."""

    rule: QuestionRule
    indicator: str
    reason: str
    place: Place


class Exclusion(NamedTuple):
    """A number of the report that is no figure of the data, with the reason why."""

    text: str  # the number, with words around it where they are needed to tell it from others
    section: str
    reason: str
    reason_en: str
    place: Place
