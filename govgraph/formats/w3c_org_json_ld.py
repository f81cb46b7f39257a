"""The W3C's Organization Ontology as JSON-LD, its context within the file."""

from govgraph.formats.w3c_org import find_lossy_fields, read_file
from govgraph.model.structure import Structure

__all__ = ["find_lossy_fields", "read_file", "write_content"]


def write_content(structure: Structure) -> bytes:
    """The bytes of a JSON-LD file with the bodies, posts and memberships of a structure."""
    # Imported here, for most commands only read.
    from govgraph.formats.w3c_org_writing import structure_as_json_ld

    return structure_as_json_ld(structure)
