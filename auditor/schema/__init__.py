"""JSON Schemas of what the auditor reads and writes, made of the tables that it works by."""

from typing import Final

# The draft that editors of YAML and of TOML read.
DRAFT_7: Final = "http://json-schema.org/draft-07/schema#"
