"""Bytes of a sheet → document: nodes that know where they stand, and what is wrong with the text."""

from auditor.document.builder import parse
from auditor.document.nodes import TOP, Document, Fault, Mapping, Node, Scalar, Sequence

__all__ = ["TOP", "Document", "Fault", "Mapping", "Node", "Scalar", "Sequence", "parse"]
