"""Sheet → facts: every figure in its place, in base units, with its period and basis."""

from auditor.facts.gather import gather, restated
from auditor.facts.records import Fact, Key, Origin, Plan, base_unit, once

__all__ = ["Fact", "Key", "Origin", "Plan", "base_unit", "gather", "once", "restated"]
