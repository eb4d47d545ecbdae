"""What would mend a conflict: single edits of the figures involved, each tried on them."""

from auditor.mend.conflict import judges
from auditor.mend.trial import Patience, mended

__all__ = ["Patience", "judges", "mended"]
