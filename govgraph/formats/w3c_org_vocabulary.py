"""The words of the W3C's Organization Ontology, and of those used with it, and what they become."""

from govgraph.model.kinds import BodyKind, RelationClass, RelationKind

ORG = "http://www.w3.org/ns/org#"
_FLEMISH = "http://data.vlaanderen.be/ns/"
_GENERIC = "https://data.vlaanderen.be/ns/"
_LEADERS = "http://data.lblod.info/vocabularies/leidinggevenden/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_FOAF = "http://xmlns.com/foaf/0.1/"
_SCHEMA = "http://schema.org/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
BODIES = {
    f"{ORG}Organization": "organization",
    f"{ORG}FormalOrganization": "organization",
    f"{ORG}OrganizationalUnit": "organizational-unit",
    f"{ORG}OrganizationalCollaboration": "partnership",
    f"{_FOAF}Organization": "organization",
    f"{_FLEMISH}besluit#Bestuursorgaan": "governing-body",
    f"{_FLEMISH}besluit#Bestuurseenheid": "administrative-unit",
}
KINDS = {
    "organization": BodyKind("organization", "Organisation"),
    "organizational-unit": BodyKind("organizational-unit", "Organisational unit", "team"),
    "governing-body": BodyKind("governing-body", "Governing body", "board"),
    "administrative-unit": BodyKind("administrative-unit", "Administrative unit", "council"),
    "post": BodyKind("post", "Post"),
}
NAMES = (
    f"{_SKOS}prefLabel", "http://www.w3.org/2000/01/rdf-schema#label", f"{_FOAF}name",
    "http://purl.org/dc/terms/title", f"{_SCHEMA}name",
)  # fmt: skip
OTHER_NAMES = (f"{_SKOS}altLabel", f"{_FOAF}nick")
STARTS = (
    f"{_FLEMISH}mandaat#bindingStart", f"{_FLEMISH}mandaat#start", f"{_SCHEMA}startDate",
    f"{_SCHEMA}foundingDate", f"{_SCHEMA}validFrom",
)  # fmt: skip
ENDS = (
    f"{_FLEMISH}mandaat#bindingEinde", f"{_FLEMISH}mandaat#einde", f"{_SCHEMA}endDate",
    f"{_SCHEMA}dissolutionDate", f"{_SCHEMA}validUntil",
)  # fmt: skip
RELATIONS = (
    (f"{ORG}subOrganizationOf", "part_of", False),
    (f"{ORG}unitOf", "part_of", False),
    (f"{ORG}hasSubOrganization", "part_of", True),
    (f"{ORG}hasUnit", "part_of", True),
    (f"{ORG}linkedTo", "linked_to", False),
    (f"{ORG}reportsTo", "reports_to", False),
    (f"{_FLEMISH}besluit#bestuurt", "governing_body_of", False),
    (f"{_FLEMISH}mandaat#isTijdspecialisatieVan", "term_of", False),
    (f"{_GENERIC}generiek#isTijdspecialisatieVan", "term_of", False),
)
"""Each predicate, the kind of relation it becomes, and whether it is said from the other end."""
DECLARED = (
    RelationKind("linked_to", RelationClass.LIAISON, "is linked to"),
    RelationKind("governing_body_of", RelationClass.STRUCTURAL, "is a governing body of"),
    RelationKind("term_of", RelationClass.STRUCTURAL, "is a term of"),
)
POSTS = (f"{ORG}hasPost", f"{_LEADERS}heeftBestuursfunctie")
HELD = (f"{ORG}heldBy",)
CLASSIFICATION = f"{ORG}classification"
PURPOSE = f"{ORG}purpose"
NOTES = (f"{_SKOS}note", "http://www.w3.org/2000/01/rdf-schema#comment", f"{_SKOS}definition")
