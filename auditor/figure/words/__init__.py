"""The vocabulary of printed figures: one table for each kind of word.

`numbers` holds what numbers are written with, `framing` what stands around them (bounds,
approximations, bases, changes, marks), `units` the spellings of `rules/units.txt`, and
`context` what tells a figure in running text from a year or a document's number. To teach
the auditor a word, add it to its table; nothing else in the project knows printed forms.
Words in small letters are read in any case, and Chinese ones in traditional characters too.
"""
