"""The fields of a view that a file declares by name."""

from govgraph.formats.fields import Field, Form, Record
from govgraph.formats.recurring_fields import NAME, NOTE
from govgraph.model.bodies import Status
from govgraph.model.kinds import BODY_KINDS
from govgraph.model.saved_views import SavedView

VIEW = Record(
    noun="view",
    makes=SavedView,
    by_id=True,
    fields=(
        NAME,
        Field(
            "focus",
            Form.REFERENCE,
            "the id of a body, to show it with what is near it",
            place="focus_place",
            instead_of=("body", "centre"),
        ),
        Field("up", Form.STEPS, "how many steps upward from the focus; one unless written"),
        Field("down", Form.STEPS, "how many steps downward; one unless written"),
        Field("area", Form.TEXTS, "only bodies of these areas"),
        Field(
            "kind",
            Form.REFERENCES,
            "only bodies of these kinds",
            place="kind_places",
            choices=BODY_KINDS,
        ),
        Field("tier", Form.TEXTS, "only bodies of these tiers"),
        Field("as_at", Form.DATE, "the day; that of the structure unless written"),
        Field(
            "include",
            Form.CHOICES,
            "what is shown besides what is in force",
            choices={status.value: status for status in (Status.PROPOSED, Status.SHADOW)},
        ),
        NOTE,
    ),
)
