"""Sums and products that a letter states, in its text and in its tables, added up again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, combinations
from math import prod

from memogen import thai
from memogen.paper import FILLED_LATER, Paper, Passage

_D = "[0-9๐-๙]"
_NUMBER = rf"(?<![0-9๐-๙.,/]){_D}{{1,3}}(?:,{_D}{{3}})+(?:\.{_D}+)?|(?<![0-9๐-๙.,/]){_D}+(?:\.{_D}+)?"
_ITEM_START = re.compile(rf"\s*(?:[-•]|\(?{_D}{{1,2}}(?:[.)]|\.{_D}))")


@dataclass(frozen=True, slots=True)
class WrongSum:
    """A figure at `passage.seen[start:end]` that should be `right`; `sure` if nothing else can be meant."""

    passage: Passage
    start: int
    end: int
    right: Decimal
    sure: bool = True

    @property
    def text(self) -> str:
        return self.passage.seen[self.start : self.end]


def wrong_sums(paper: Paper) -> Iterator[WrongSum]:
    """Every figure of the letter that is not the sum or product of the others it belongs to."""
    passages = [one for one in paper.passages if one.row is None]
    for index, passage in enumerate(passages):
        text = passage.seen
        if FILLED_LATER in text:
            continue
        if any(word in text for word in _SHARES):
            yield from _wrong_shares(passage)
        if "ละ" in text and "รวม" in text:
            yield from _wrong_counts(passage)
        if "บาท" in text and "เป็นเงิน" in text:
            yield from _wrong_products(passage)
            yield from _wrong_rates(passage)
        if "บาท" in text and "รวม" in text:
            yield from _wrong_totals(passages, index)
    for table in _tables(paper):
        yield from _wrong_in_table(table)


def value(text: str) -> Decimal:
    """A figure in either digits, with or without commas."""
    return Decimal(thai.to_arabic_digits(text).replace(",", ""))


# --- T บาท แบ่งเป็น A บาท และ B บาท -----------------------------------------------------------------

_SHARES = ("แบ่งเป็น", "ประกอบด้วย", "จำแนกเป็น", "แยกเป็น", "แบ่งออกเป็น")
_UNITS = "บาท|คน|ราย|แห่ง|หน่วยงาน|โครงการ|เครื่อง|ชุด|ฉบับ|เรื่อง|ครั้ง|คัน|เล่ม"
_WHOLE = re.compile(rf"({_NUMBER}) *({_UNITS})[ ,]*(?:โดย|ซึ่ง)? *(?:(?:{'|'.join(_SHARES)}) *)+")
_SHARES_END = re.compile(
    r"\n|โครงการที่|งบประมาณ|วงเงิน|เบิกจ่าย|ทั้งนี้|นอกจาก|คงเหลือ|รวม|ผลการ|แบ่ง|ประกอบด้วย|จำแนก|แยก"
    r"|[0-9๐-๙]{1,2}[.)] "
)
_PARTIAL = re.compile(r"อื่น ?ๆ|เช่น|บางส่วน|อาทิ|ในจำนวนนี้|ฯลฯ|ละ *[0-9๐-๙]|หรือ|ประมาณ|ไม่เกิน")
_BRACKETS = re.compile(r"\([^()]*\)")


def _wrong_shares(passage: Passage) -> Iterator[WrongSum]:
    text = passage.seen
    for whole in _WHOLE.finditer(text):
        stop = _SHARES_END.search(text, whole.end())
        shares = _BRACKETS.sub("", text[whole.end() : stop.start() if stop else len(text)])
        amounts = list(re.finditer(rf"({_NUMBER}) *{whole[2]}", shares))
        if len(amounts) < 2 or _PARTIAL.search(shares):
            continue
        stated, added = value(whole[1]), list(accumulate(value(one[1]) for one in amounts))
        is_whole_list = shares[amounts[-2].end() : amounts[-1].start()].lstrip().startswith("และ")
        if stated not in added and (is_whole_list or stop or added[-1] > stated):
            yield WrongSum(passage, *whole.span(1), added[-1], is_whole_list or added[-1] > stated)


# --- N เครื่อง เครื่องละ P บาท เป็นเงิน T บาท -----------------------------------------------------------

_AMOUNT = re.compile(rf"เป็นเงิน(?:รวม|ทั้งสิ้น|จำนวน)* *({_NUMBER}) *บาท")
_PRICE = re.compile(rf"(?:ละ|[x×X*]|คูณ) *({_NUMBER}) *บาท")
_COUNT = re.compile(rf"({_NUMBER}) *(?!บาท)(?=[ก-๎])")
_OTHER_COSTS = re.compile("ภาษี|ส่วนลด|ขนส่ง|หัก|เฉลี่ย|ประมาณ|ร้อยละ|เดือนละ|บวก|และค่า|พร้อมค่า|ไม่เกิน")
_CLAUSE = 200
_JOINED = re.compile(r"[ ,)=]*(?:รวม|คิด)? *\Z")


def _wrong_products(passage: Passage) -> Iterator[WrongSum]:
    text = passage.seen
    begin = 0
    for stated in _AMOUNT.finditer(text):
        clause = text[
            max(begin, stated.start() - _CLAUSE, text.rfind("\n", 0, stated.start()) + 1) : stated.start()
        ]
        begin = stated.end()
        prices = list(_PRICE.finditer(clause))
        counts = [value(found[1]) for found in _COUNT.finditer(clause)]
        if len(prices) != 1 or not 1 <= len(counts) <= 6 or _OTHER_COSTS.search(clause):
            continue
        price = value(prices[0][1])
        products = {
            price * prod(chosen)
            for size in range(1, len(counts) + 1)
            for chosen in combinations(counts, size)
        }
        if value(stated[1]) not in products:
            sure = len(counts) == 1 and _JOINED.match(clause, prices[0].end()) is not None
            yield WrongSum(passage, *stated.span(1), price * prod(counts), sure)


# --- N ห้อง ห้องละ M คน รวม T คน -----------------------------------------------------------------------

_COUNTS = re.compile(
    rf"({_NUMBER}) *(?P<unit>[ก-๎]{{2,20}}) +(?:(?:โดย|แบ่งเป็น) *)?(?P=unit)ละ *({_NUMBER})"
    r" *(?P<thing>[ก-๎]{1,12})[ ,]*(?:รวม(?:เป็น|ทั้งสิ้น|ทั้งหมด|จำนวน|เป็นเงิน)*|เป็นเงิน|คิดเป็น(?:เงิน)?)"
    rf" *({_NUMBER}) *(?P=thing)(?![ก-๎])"
)


def _wrong_counts(passage: Passage) -> Iterator[WrongSum]:
    for found in _COUNTS.finditer(passage.seen):
        right = value(found[1]) * value(found[3])
        if value(found[5]) != right and "บาท" not in found["thing"]:
            yield WrongSum(passage, *found.span(5), right)


# --- เดือนละ P บาท … N เดือน … เป็นเงิน T บาท --------------------------------------------------------------

_RATE = re.compile(rf"เดือนละ *({_NUMBER}) *บาท")
_MONTHS = re.compile(rf"({_NUMBER}) *เดือน(?![ก-๎])")
_RATE_DOUBTS = re.compile("ภาษี|ส่วนลด|หัก|เฉลี่ย|ประมาณ|ร้อยละ|และค่า|พร้อมค่า|ไม่เกิน|อัตราเดิม|เศษ|วันทำการ|คนละ")


def _wrong_rates(passage: Passage) -> Iterator[WrongSum]:
    """Rent for so many months: days, years and numbers of things may be in between, so never sure."""
    text = passage.seen
    for rate in _RATE.finditer(text):
        stated = _AMOUNT.search(text, rate.end(), rate.end() + _CLAUSE)
        if stated is None:
            continue
        clause = text[max(0, rate.start() - _CLAUSE // 2) : stated.start()]
        months = _MONTHS.findall(clause)
        if len(months) != 1 or len(_RATE.findall(clause)) != 1 or _RATE_DOUBTS.search(clause):
            continue
        right = value(rate[1]) * value(months[0])
        counts = [value(one[1]) for one in _COUNT.finditer(clause)]
        if value(stated[1]) not in {right, *(right * one for one in counts)}:
            yield WrongSum(passage, *stated.span(1), right, sure=False)


# --- items, and รวมเป็นเงิน T บาท ----------------------------------------------------------------------

_TOTAL = re.compile(rf"รวม(?:เป็นเงิน|เป็นจำนวนเงิน|เป็น|จำนวนเงิน|เงิน|ทั้งสิ้น|ทั้งหมด|ค่าใช้จ่าย| )* *({_NUMBER}) *บาท")
_BAHT = re.compile(rf"({_NUMBER}) *บาท")
_UNIT_PRICE = re.compile(r"(?:ละ|[x×X*]|คูณ) *\Z")
_UNIT_REACH = 20
_NOT_PLAIN = re.compile("ภาษี|ส่วนลด|หัก|คงเหลือ|เบิกจ่าย|วงเงิน|งบประมาณ|แบ่งเป็น|ประกอบด้วย|ไม่เกิน|ประมาณ|หรือ")


def _wrong_totals(passages: Sequence[Passage], index: int) -> Iterator[WrongSum]:
    passage = passages[index]
    text = passage.seen
    begin = 0
    for total in _TOTAL.finditer(text):
        items = _amounts(text, begin, total.start())
        if not begin and not items:
            items = _items_above(passages, index)
        is_plain = len(items) > 1 and not _NOT_PLAIN.search(text, begin, total.start())
        if is_plain and value(total[1]) not in accumulate(reversed(items)):
            yield WrongSum(passage, *total.span(1), sum(items, Decimal()))
        begin = total.end()


def _amounts(text: str, start: int, end: int) -> list[Decimal]:
    """The amounts of a stretch: after เป็นเงิน if it says so, else all that are no unit prices."""
    stretch = _BRACKETS.sub("", text[start:end])
    stated = [value(found[1]) for found in _AMOUNT.finditer(stretch)]
    if stated:
        return stated
    return [
        value(one[1])
        for one in _BAHT.finditer(stretch)
        if not _UNIT_PRICE.search(stretch, max(0, one.start() - _UNIT_REACH), one.start())
    ]


def _items_above(passages: Sequence[Passage], index: int) -> list[Decimal]:
    """The amounts of the items of a list right above, one each; none where an item has several."""
    items: list[Decimal] = []
    for passage in reversed(passages[:index]):
        text = passage.seen
        if not _ITEM_START.match(text):
            break
        amounts = _amounts(text, 0, len(text))
        if len(amounts) != 1 or FILLED_LATER in text or _NOT_PLAIN.search(text):
            return []
        items.append(amounts[0])
    items.reverse()
    return items


# --- tables ---------------------------------------------------------------------------------------

Row = dict[int, Passage]

_FIGURE = re.compile(rf"(?:{_D}{{1,3}}(?:,{_D}{{3}})+|{_D}+)(?:\.{_D}+)?")
_NOTHING = ("", "-", "–")
_TOTAL_LABEL = re.compile(
    r"(?:ยอด|ผล)?รวม(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เป็นเงินทั้งสิ้น|เงิน|เงินทั้งสิ้น|จำนวนเงิน|สุทธิ)?(?: *\([^()]*\))?"
)
_NOT_ADDED = re.compile(
    "ร้อยละ|%|เฉลี่ย|คะแนน|ต่อ|/ *หน่วย|ละ$|ลำดับ|^ที่$|ปี|อัตรา|ระดับ|เป้า|วันที่|เลข|ราคา(?!รวม)|น้ำหนัก|เกณฑ์"
)
_SUB_ITEM = re.compile(rf"\s*{_D}+\.{_D}+")
_QUANTITY = re.compile("จำนวน(?!เงิน|รวม)|ปริมาณ")
_UNIT_PRICE_HEAD = re.compile(r"ราคา *(?:ต่อ|/) *|หน่วยละ|ราคาหน่วย")
_AMOUNT_HEAD = re.compile("จำนวนเงิน|เป็นเงิน|รวมเงิน|ราคารวม|เงินรวม")


def _tables(paper: Paper) -> Iterable[list[Row]]:
    tables: dict[int, dict[int, Row]] = {}
    for passage in paper.passages:
        if passage.row:
            table, row, cell = passage.row
            cells = tables.setdefault(table, {}).setdefault(row, {})
            if cell not in cells:  # a cell of several paragraphs is text by its first
                cells[cell] = passage
    return [[rows[number] for number in sorted(rows)] for rows in tables.values()]


def _figure(passage: Passage | None) -> Decimal | None:
    """What a cell adds: nothing for a dash or an empty one, None for text."""
    text = passage.seen.strip() if passage else ""
    if text in _NOTHING:
        return Decimal()
    return value(text) if _FIGURE.fullmatch(text) else None


def _wrong_in_table(rows: list[Row]) -> Iterator[WrongSum]:
    first = next((index for index, row in enumerate(rows) if _figures_in(row)), None)
    if first is None:
        return
    heads = _heads(rows[:first])
    yield from _wrong_rows(rows[first:], heads)
    totals = [index for index, row in enumerate(rows) if index >= first and _is_total(row)]
    if len(totals) == 1:  # of several totals nobody can tell which rows each adds
        yield from _wrong_columns(rows[first : totals[0]], rows[totals[0]], heads)


def _figures_in(row: Row) -> list[int]:
    """The cells after the first that hold a figure."""
    return [cell for cell, one in row.items() if cell > 1 and _FIGURE.fullmatch(one.seen.strip())]


def _heads(rows: list[Row]) -> dict[int, str]:
    heads: dict[int, str] = {}
    for row in rows:
        for cell, one in row.items():
            heads[cell] = f"{heads.get(cell, '')} {one.seen.strip()}".strip()
    return heads


def _is_total(row: Row) -> bool:
    label = next((row[cell].seen.strip() for cell in sorted(row)), "")
    return _TOTAL_LABEL.fullmatch(label) is not None


def _wrong_columns(items: list[Row], total: Row, heads: dict[int, str]) -> Iterator[WrongSum]:
    """Figures of the total's row that no column of the items adds up to."""
    width = max((max(row) for row in items if row), default=0)
    sums = {cell: added for cell in range(1, width + 1) if (added := _sums(items, cell))}
    every = {one for added in sums.values() for one in added}
    for cell in _figures_in(total):
        own = cell if max(total) == width else cell + width - max(total)
        stated = _figure(total[cell])
        if own in sums and stated not in every and not _NOT_ADDED.search(heads.get(own, "")):
            yield _of_cell(total[cell], sums[own][0])


def _sums(items: list[Row], cell: int) -> list[Decimal]:
    """What a column may add up to: all rows, the main ones or the sub-items; nothing if it has text."""
    figures = [(row, _figure(row.get(cell))) for row in items]
    added = [(row, figure) for row, figure in figures if figure is not None]
    if len(added) < len(figures) or sum(1 for _row, figure in added if figure) < 2:
        return []
    in_sub_items = [figure for row, figure in added if _is_sub_item(row)]
    in_main_items = [figure for row, figure in added if not _is_sub_item(row)]
    return [
        sum(some, Decimal()) for some in ([one for _row, one in added], in_main_items, in_sub_items) if some
    ]


def _is_sub_item(row: Row) -> bool:
    return any(
        _SUB_ITEM.match(row[cell].seen) for cell in sorted(row)[:2] if not _FIGURE.fullmatch(row[cell].seen)
    )


def _wrong_rows(rows: list[Row], heads: dict[int, str]) -> Iterator[WrongSum]:
    """Amounts that are not quantity times price, where these three are a table's only columns of figures."""
    columns = [_column(heads, head) for head in (_QUANTITY, _UNIT_PRICE_HEAD, _AMOUNT_HEAD)]
    used = {cell for row in rows for cell in _figures_in(row)}
    if None in columns or len(set(columns)) < 3 or used - set(columns):
        return
    for row in rows:
        quantity, price, amount = (row.get(cell or 0) for cell in columns)
        if quantity and price and amount:
            factors = _figure(quantity), _figure(price)
            stated = _figure(amount)
            if factors[0] and factors[1] and stated and factors[0] * factors[1] != stated:
                yield _of_cell(amount, factors[0] * factors[1])


def _column(heads: dict[int, str], head: re.Pattern[str]) -> int | None:
    found = [cell for cell, text in heads.items() if head.search(text)]
    return found[0] if len(found) == 1 else None


def _of_cell(cell: Passage, right: Decimal) -> WrongSum:
    text = cell.seen
    start = len(text) - len(text.lstrip())
    return WrongSum(cell, start, start + len(text.strip()), right)
