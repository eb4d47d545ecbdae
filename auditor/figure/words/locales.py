"""Languages, by whether they write decimals behind a comma (CLDR, decimal separators)."""

from __future__ import annotations

from typing import Final

DECIMAL_COMMA: Final = frozenset(
    (
        "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr",
        "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl",
        "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tg", "tk", "tr", "uk",
        "uz", "vi",
    )
)  # fmt: skip
DECIMAL_POINT: Final = frozenset(
    (
        "am", "ar", "bn", "cy", "en", "fa", "ga", "he", "hi", "ja", "km", "ko", "lo", "mn", "ms",
        "my", "ne", "si", "sw", "ta", "th", "ur", "yue", "zh", "zu",
    )
)  # fmt: skip
# Regions that differ from their language.
COMMA_REGIONS: Final = frozenset(("en-ZA", "ms-BN"))
POINT_REGIONS: Final = frozenset(
    ("de-CH", "de-LI", "it-CH", "es-MX", "es-US", "es-PR", "es-GT", "es-HN", "es-NI", "es-PA",
     "es-PE", "es-SV", "es-DO")
)  # fmt: skip


def decimal_comma(tag: str) -> bool | None:
    """Return whether a language tag such as de or pt-BR writes a decimal comma, None if unknown."""
    language, _, region = tag.replace("_", "-").partition("-")
    tag = f"{language.lower()}-{region.upper()}"
    if language.lower() not in DECIMAL_COMMA | DECIMAL_POINT:
        return None
    if tag in COMMA_REGIONS or tag in POINT_REGIONS:
        return tag in COMMA_REGIONS
    return language.lower() in DECIMAL_COMMA
