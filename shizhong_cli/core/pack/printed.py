"""The fields of one figure; what they come to is told by ``core.pack.model.Figure``."""

from shizhong_cli.core.figure.exact import Fraction
from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure, Rounding
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import Adjustment, Milestone, Relative
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.pack.terms import Binding, Role
from shizhong_cli.problems import Place
from shizhong_cli.tuples import NamedTuple


class Printed(NamedTuple):
    """One number about an indicator as printed."""

    indicator: str
    role: Role
    period: Period
    section: str
    place: Place
    measure: Measure
    written: Written
    since: Period | None = None
    binding: Binding | None = None
    rounding: Rounding = Rounding.NEAREST
    as_multiple: bool = False  # 「增长1.5倍」 declared to mean 1.5 times as many
    counts: bool = False  # a number of things that come in whole numbers
    note: str = ""
    note_en: str = ""
    responsible: str = ""  # the body that answers for a target
    shared: bool = False  # its number is that of another figure: 清运率、达标率均达100%
    wording: str = ""  # how a target is meant to be reached, as printed: 力争, 争取, 确保
    held: bool = False  # a state to be kept all through the period, not one to be arrived at
    provisional: bool = False  # not adopted yet: candidates put to a congress
    base_differs: str = ""  # why the latest reported figure is of another concept
    base_differs_en: str = ""
    half_band: Fraction | None = None  # half the declared width of 左右, in printed units
    adjustments: tuple[Adjustment, ...] = ()  # numbers that took the place of the printed one, oldest first
    adjusted_from: str = ""  # what the report printed, where an adjustment or a revision is in force
    source: str = ""  # of a reference: who published it, and when
    source_en: str = ""
    guessed: tuple[str, ...] = ()  # what a draft guessed of it and nobody has confirmed: role, period, measure, name …
    published: Period | None = None  # of a reference: the day it was published on; of an adjustment its day
    schedule: Profile | None = None  # when in its year a target is to be done
    milestones: tuple[Milestone, ...] = ()  # on the way to a target, the earliest first
    relative: Relative | None = None  # the figure that gave a target its number
    may_be_negative: bool = False  # an amount that can be below nought, as ``core.pack.below_zero`` finds
