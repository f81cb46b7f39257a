"""The words of the W3C's Organization Ontology, and of those used with it, and what they become."""

from govgraph.model.kinds import BodyKind, RelationClass, RelationKind
from govgraph.model.seats import Role

ORG = "http://www.w3.org/ns/org#"
OURS = "urn:x-govgraph:"
"""How the addresses begin that are written here; behind it stand the sort of thing and its id."""
_FLEMISH = "http://data.vlaanderen.be/ns/"
_GENERIC = "https://data.vlaanderen.be/ns/"
_LEADERS = "http://data.lblod.info/vocabularies/leidinggevenden/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_FOAF = "http://xmlns.com/foaf/0.1/"
_SCHEMA = "http://schema.org/"
_VCARD = "http://www.w3.org/2006/vcard/ns#"
_TIME = "http://www.w3.org/2006/time#"
_PERSON = "http://www.w3.org/ns/person#"
BODIES = {
    f"{ORG}Organization": "organization",
    f"{ORG}FormalOrganization": "organization",
    f"{ORG}OrganizationalUnit": "organizational-unit",
    f"{ORG}OrganizationalCollaboration": "partnership",
    "http://www.w3.org/ns/regorg#RegisteredOrganization": "organization",
    "http://data.europa.eu/m8g/PublicOrganisation": "organization",
    f"{_FOAF}Organization": "organization",
    f"{_FOAF}Group": "organization",
    f"{_SCHEMA}Organization": "organization",
    f"{_SCHEMA}GovernmentOrganization": "organization",
    f"{_SCHEMA}NGO": "organization",
    f"{_SCHEMA}Corporation": "organization",
    f"{_VCARD}Organization": "organization",
    "http://www.w3.org/ns/legal#LegalEntity": "organization",
    "http://dbpedia.org/ontology/Organisation": "organization",
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
    "http://purl.org/dc/terms/title", f"{_SCHEMA}name", f"{_VCARD}fn",
    "http://www.w3.org/ns/regorg#legalName",
)  # fmt: skip
OTHER_NAMES = (f"{_SKOS}altLabel", f"{_FOAF}nick", f"{_SCHEMA}alternateName")
GIVEN_NAMES = (
    f"{_FOAF}givenName",
    f"{_FOAF}firstName",
    f"{_SCHEMA}givenName",
    f"{_VCARD}given-name",
    "http://data.vlaanderen.be/ns/persoon#gebruikteVoornaam",
)
FAMILY_NAMES = (
    f"{_FOAF}familyName", f"{_FOAF}lastName", f"{_FOAF}surname", f"{_SCHEMA}familyName",
    f"{_VCARD}family-name",
)  # fmt: skip
PEOPLE = (f"{_FOAF}Person", f"{_SCHEMA}Person", f"{_PERSON}Person", f"{_VCARD}Individual")
DURING = (f"{ORG}memberDuring", f"{_TIME}hasTime", "http://purl.org/dc/terms/temporal")
BEGINNINGS = (f"{_TIME}hasBeginning", "http://www.w3.org/ns/dcat#startDate")
ENDINGS = (f"{_TIME}hasEnd", "http://www.w3.org/ns/dcat#endDate")
INSTANTS = tuple(
    f"{_TIME}{name}"
    for name in (
        "inXSDDateTime",
        "inXSDDateTimeStamp",
        "inXSDDate",
        "inXSDgYearMonth",
        "inXSDgYear",
    )
)
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
    (f"{_SCHEMA}parentOrganization", "part_of", False),
    (f"{_SCHEMA}subOrganization", "part_of", True),
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
MEMBERS = (
    (f"{ORG}memberOf", Role.MEMBER, False),
    (f"{ORG}hasMember", Role.MEMBER, True),
    (f"{_FOAF}member", Role.MEMBER, True),
    (f"{_SCHEMA}member", Role.MEMBER, True),
    (f"{ORG}headOf", Role.LEAD_OFFICER, False),
)
"""Each predicate by which somebody is a member without a membership, likewise."""
POSTS = (f"{ORG}hasPost", f"{_LEADERS}heeftBestuursfunctie")
HELD = (f"{ORG}heldBy",)
CHANGED_FROM = (f"{ORG}originalOrganization",)
CHANGED_TO = (f"{ORG}resultingOrganization",)
CHANGED_BY, RESULTED_FROM = f"{ORG}changedBy", f"{ORG}resultedFrom"
CLASSIFICATION = f"{ORG}classification"
PURPOSE = f"{ORG}purpose"
NOTES = (f"{_SKOS}note", "http://www.w3.org/2000/01/rdf-schema#comment", f"{_SKOS}definition")
