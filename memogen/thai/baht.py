"""Amounts of money in Thai words and figures, exact to the satang."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from gettext import gettext as _
from typing import Literal

from memogen.thai.digits import to_arabic_digits, to_thai_digits

Reading = Literal["spoken", "spreadsheet"]

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "")
# Where a final 1 without tens is เอ็ด: everywhere, nowhere, not as a group's only digit, at the end alone.
_RULES = ("spoken", "spreadsheet", "group", "last")
_TYPED = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")


class AmountError(ValueError):
    """What was given is not an amount of money."""


def baht_text(amount: Decimal | int | str, reading: Reading = "spoken") -> str:
    """The amount in words: `1397139.50` is หนึ่งล้านสามแสนเก้าหมื่นเจ็ดพันหนึ่งร้อยสามสิบเก้าบาทห้าสิบสตางค์.

    Spoken reads 101 หนึ่งร้อยเอ็ดบาทถ้วน; spreadsheet reads it หนึ่งร้อยหนึ่งบาทถ้วน, as BAHTTEXT does there.
    Below one baht both name the satang alone: 0.25 is ยี่สิบห้าสตางค์. Halves of a satang are rounded away from
    zero. Any size: millions of millions are ล้านล้าน. A string may have Thai digits and thousands commas.

    Raises TypeError for a float, which no longer knows its satang; AmountError for what is not a number.
    """
    sign, baht, satang = _parts(amount)
    return _worded(sign, baht, satang, reading)


def baht_readings(amount: Decimal | int | str) -> frozenset[str]:
    """Every wording a checker accepts for the amount; `baht_text` in both readings is among them.

    They differ in where a final 1 is เอ็ด or หนึ่ง, and in whether an amount below one baht begins ศูนย์บาท.
    """
    sign, baht, satang = _parts(amount)
    readings = {_worded(sign, baht, satang, rule) for rule in _RULES}
    if baht == "0" and satang:
        readings.add(f"{sign}ศูนย์บาท{_read(str(satang), 'spoken')}สตางค์")
    return frozenset(readings)


def amount_text(amount: Decimal | int | str) -> str:
    """The amount in Thai figures: `๑,๓๙๗,๑๓๙.๕๐`; satang are written only where there are any (saraban D16).

    Raises as `baht_text` does.
    """
    sign, baht, satang = _parts(amount)
    groups = f"{Decimal(baht):,f}"
    return to_thai_digits(f"{'-' if sign else ''}{groups}{f'.{satang:02}' if satang else ''}")


def _parts(amount: Decimal | int | str) -> tuple[str, str, int]:
    """ลบ or nothing, the baht as Arabic digits without leading zeros, and the satang."""
    exact = _exact(amount)
    context = Context(prec=max(28, exact.adjusted() + 5), rounding=ROUND_HALF_UP)
    baht, satang = format(context.quantize(abs(exact), Decimal("0.01")), "f").split(".")
    is_zero = not int(satang) and baht == "0"
    return "ลบ" if exact.is_signed() and not is_zero else "", baht, int(satang)


def _exact(amount: Decimal | int | str) -> Decimal:
    if isinstance(amount, float | bool):
        raise TypeError(_("จำนวนเงินต้องเป็น Decimal, int หรือข้อความ เพราะ float ปัดเศษสตางค์ผิดได้"))
    if isinstance(amount, str):
        typed = to_arabic_digits(amount).strip()
        if not _TYPED.fullmatch(typed):
            raise AmountError(
                _("อ่านจำนวนเงิน “{amount}” ไม่ได้ กรุณาเขียนเป็นตัวเลข เช่น ๑,๓๙๗,๑๓๙.๕๐").format(amount=amount[:60])
            )
        return Decimal(typed.replace(",", ""))
    exact = Decimal(amount)
    if not exact.is_finite():
        raise AmountError(_("“{amount}” ไม่ใช่จำนวนเงิน กรุณาตรวจสอบข้อมูลต้นทาง").format(amount=amount))
    return exact


def _worded(sign: str, baht: str, satang: int, rule: str) -> str:
    if not satang:
        return f"{sign}{_read(baht, rule)}บาทถ้วน"
    return f"{sign}{f'{_read(baht, rule)}บาท' if baht != '0' else ''}{_read(str(satang), rule)}สตางค์"


def _read(number: str, rule: str) -> str:
    """A whole number in words, in groups of six digits that ล้าน joins."""
    if number == "0":
        return "ศูนย์"
    padded = number.zfill(-(-len(number) // 6) * 6)
    last = len(padded) - 6
    return "ล้าน".join(
        _read_group(padded[start : start + 6], rule, is_first=start == 0, is_last=start == last)
        for start in range(0, len(padded), 6)
    )


def _read_group(six: str, rule: str, *, is_first: bool, is_last: bool) -> str:
    """Six digits in words; empty for 000000."""
    words = [
        f"{_DIGITS[int(digit)]}{place}" if digit != "0" else ""
        for digit, place in zip(six, _PLACES, strict=True)
    ]
    words[4] = {"1": "สิบ", "2": "ยี่สิบ"}.get(six[4], words[4])
    is_alone = not any(words[:5])
    if six[5] == "1" and (six[4] != "0" or _is_ed(rule, is_alone, is_first, is_last)):
        words[5] = "เอ็ด"
    return "".join(words)


def _is_ed(rule: str, is_alone: bool, is_first: bool, is_last: bool) -> bool:
    """Whether a 1 without tens is read เอ็ด; `is_alone` in its group, `is_first` the leading group."""
    if rule == "spreadsheet" or (is_alone and is_first):
        return False
    return rule == "spoken" or (rule == "group" and not is_alone) or (rule == "last" and is_last)
