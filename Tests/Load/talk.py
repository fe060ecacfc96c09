"""One conversation as its person knows it."""

from screens import CLOSED, Screen, offer
from plan import Plan


# The step of an erasure that comes after its question.
REFERENCE_GIVEN = 3


class Talk:
    """`at`: the steps of the plan at which the service may be. An unanswered request leaves two; what is shown next tells which."""

    def __init__(self, plan: Plan):
        self.plan = plan
        self.at = {0}
        self.offer = offer(plan.title)
        self.missed: set[int] = set()
        # Shown since this conversation began.
        self.shown: list[str] = []
        self.is_over = False
        self.is_finished = False

    @property
    def index(self) -> int:
        (index,) = self.at
        return index

    def after(self, index: int) -> dict[Screen, set[int]]:
        """What follows when this step is answered."""
        outcomes = {self.plan.screen(index + 1): {index + 1}}
        if self.plan.kind == "erasure" and index + 1 == self.plan.last:
            outcomes[CLOSED] = {index + 1}
        return outcomes

    def after_dial(self) -> dict[Screen, set[int]]:
        """What a dial, or an SMS that is no answer, may show, and where the conversation stands then."""
        outcomes = {}
        offered = {index for index in self.at if self.plan.is_offered(index)}
        if offered:
            outcomes[self.offer] = offered
        others = self.at - offered
        if self.plan.kind == "erasure" and REFERENCE_GIVEN in others:
            # `resume: start-over`: its dialog from the beginning, since whoever dials next has not given the reference.
            outcomes[self.plan.screen(1)] = {1}
            others = others - {REFERENCE_GIVEN}
        if others:
            # Behind the last step nothing is open any more: what is shown is the beginning of something new.
            outcomes[self.plan.screen(0)] = {self.plan.last} if others == {self.plan.last} else {0}
        return outcomes

    def after_going_on(self) -> dict[Screen, set[int]]:
        outcomes = {}
        for index in self.at:
            # What a search found is not kept: it is asked for again.
            again = index - 1 if self.plan.screen(index).name == "found" else index
            outcomes[self.plan.screen(again)] = {again}
        return outcomes
