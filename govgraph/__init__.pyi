# The public names, each once: type checkers read them here, and so does `govgraph` itself, which
# imports a name when it is first used. A name added here is public; nothing else need be touched.
from govgraph.api import against as against
from govgraph.api import ask as ask
from govgraph.api import build_graph as build_graph
from govgraph.api import check as check
from govgraph.api import convert as convert
from govgraph.api import diagram as diagram
from govgraph.api import diff as diff
from govgraph.api import draw as draw
from govgraph.api import load as load
from govgraph.api import paper as paper
from govgraph.api import people as people
from govgraph.api import policy as policy
from govgraph.api import query as query
from govgraph.api import report as report
from govgraph.api import requirements as requirements
from govgraph.api import seats as seats
from govgraph.api import ties as ties
from govgraph.api import timeline as timeline
from govgraph.questions.chain import chain as chain
from govgraph.questions.common import common as common
from govgraph.questions.impact import impact as impact
from govgraph.questions.paths import paths as paths
from govgraph.questions.peers import peers as peers
from govgraph.questions.reports import reports as reports
from govgraph.questions.show import show as show
