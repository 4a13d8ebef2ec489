"""Thai as offices write it: digits, dates, times, money, text, names and document numbers.

A name is loaded when it is first asked for, so that importing this package costs nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from memogen.thai.baht import AmountError as AmountError
    from memogen.thai.baht import amount_text as amount_text
    from memogen.thai.baht import baht_readings as baht_readings
    from memogen.thai.baht import baht_text as baht_text
    from memogen.thai.datereading import FoundDate as FoundDate
    from memogen.thai.datereading import find_dates as find_dates
    from memogen.thai.datereading import parse_date as parse_date
    from memogen.thai.dates import FIRST_DAY as FIRST_DAY
    from memogen.thai.dates import LAST_DAY as LAST_DAY
    from memogen.thai.dates import MONTHS as MONTHS
    from memogen.thai.dates import SHORT_MONTHS as SHORT_MONTHS
    from memogen.thai.dates import WEEKDAYS as WEEKDAYS
    from memogen.thai.dates import DateError as DateError
    from memogen.thai.dates import be_year as be_year
    from memogen.thai.dates import era_date as era_date
    from memogen.thai.dates import fiscal_year as fiscal_year
    from memogen.thai.dates import fiscal_year_span as fiscal_year_span
    from memogen.thai.dates import from_be as from_be
    from memogen.thai.dates import from_ce as from_ce
    from memogen.thai.dates import long_date as long_date
    from memogen.thai.dates import short_date as short_date
    from memogen.thai.dates import weekday_date as weekday_date
    from memogen.thai.dates import weekday_name as weekday_name
    from memogen.thai.digits import to_arabic_digits as to_arabic_digits
    from memogen.thai.digits import to_thai_digits as to_thai_digits
    from memogen.thai.hold import hold_together as hold_together
    from memogen.thai.names import ACTING as ACTING
    from memogen.thai.names import Name as Name
    from memogen.thai.names import PersonNameError as PersonNameError
    from memogen.thai.names import parse_name as parse_name
    from memogen.thai.names import signature_lines as signature_lines
    from memogen.thai.numbers import DocumentNumber as DocumentNumber
    from memogen.thai.numbers import NumberError as NumberError
    from memogen.thai.numbers import parse_code as parse_code
    from memogen.thai.numbers import parse_number as parse_number
    from memogen.thai.phrases import phrases as phrases
    from memogen.thai.prose import LATIN_NAMES as LATIN_NAMES
    from memogen.thai.prose import thai_digits as thai_digits
    from memogen.thai.text import normalise as normalise
    from memogen.thai.text import unprintable as unprintable
    from memogen.thai.times import TimeError as TimeError
    from memogen.thai.times import clock_time as clock_time
    from memogen.thai.times import parse_time as parse_time
    from memogen.thai.times import time_span as time_span

_HOMES = {
    "baht": "AmountError amount_text baht_readings baht_text",
    "datereading": "FoundDate find_dates parse_date",
    "dates": "FIRST_DAY LAST_DAY MONTHS SHORT_MONTHS WEEKDAYS DateError be_year era_date fiscal_year"
    " fiscal_year_span from_be from_ce long_date short_date weekday_date weekday_name",
    "digits": "to_arabic_digits to_thai_digits",
    "hold": "hold_together",
    "names": "ACTING Name PersonNameError parse_name signature_lines",
    "numbers": "DocumentNumber NumberError parse_code parse_number",
    "phrases": "phrases",
    "prose": "LATIN_NAMES thai_digits",
    "text": "normalise unprintable",
    "times": "TimeError clock_time parse_time time_span",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = list(_HOME_OF)


if not TYPE_CHECKING:

    def __getattr__(name):
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value

    def __dir__():
        return [*globals(), *__all__]
