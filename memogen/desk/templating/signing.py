"""Tags in the place of those who sign a letter, decide on it, or wrote down a meeting."""

from __future__ import annotations

from memogen.desk.templating.measures import lead_of, middle_of
from memogen.desk.templating.plans import Plan, Span, joined, tag_of
from memogen.desk.templating.signers import Signer, signers
from memogen.desk.templating.slots import DECIDER, SIGNER
from memogen.paper import Paper, Passage, Region
from memogen.proof.recognition.words import is_decision


def put_signers(plan: Plan, paper: Paper, *, decides: bool) -> None:
    """Who signs, and who `decides` on it if the kind has such; others stay."""
    found = signers(paper)
    for number, signer in enumerate(found):
        if number == 0:
            put_person(plan, signer, SIGNER)
            plan.signed[SIGNER] = plan.foot = signer.name.passage
        elif number == 1 and decides and (passages := _decision(paper, found[0], signer)):
            plan.decision = passages
            for passage in passages:
                if is_decision(passage.seen.strip()):
                    plan.put(passage, *_trimmed(passage.text), tag_of(f"{DECIDER}.ผล"))
            put_person(plan, signer, DECIDER)
        else:
            plan.fixed.append(signer.name)


def put_person(plan: Plan, signer: Signer, person: str) -> None:
    """Name, rank and position of a person, who is a field of that name."""
    plan.put(signer.name.passage, *signer.name.span, tag_of(f"{person}.ชื่อ"))
    if signer.rank:
        plan.put(signer.rank.passage, *signer.rank.span, tag_of(f"{person}.ยศ"))
    lines = [Span(line.passage, *line.span) for line in signer.position]
    plan.put_over(joined(lines), tag_of(f"{person}.ตำแหน่ง"))
    if is_pushed(signer.name.passage):
        middle = middle_of(signer.line)
        plan.centred |= {line.passage: middle for line in signer.lines if is_pushed(line.passage)}


def is_pushed(passage: Passage) -> bool:
    """Whether a line stands where it does by spaces or tabs: another name would not be centred so."""
    lead = lead_of(passage)
    return passage.region is Region.TEXT and ("\t" in lead or len(lead) > 2)


def _decision(paper: Paper, first: Signer, second: Signer) -> tuple[Passage, ...]:
    """The passages of who decides, from the decision to the end of the post; none if others are between."""
    order = {id(one): number for number, one in enumerate(paper.passages)}
    begin = max(order[id(line.passage)] for line in first.lines) + 1
    end = max(order[id(line.passage)] for line in second.lines) + 1
    passages = paper.passages[begin:end]
    known = {id(line.passage) for line in second.lines}
    is_whole = all(id(one) in known or is_decision(one.seen.strip()) for one in passages)
    return tuple(passages) if passages and is_whole else ()


def _trimmed(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())
