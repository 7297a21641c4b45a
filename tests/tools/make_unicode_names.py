#!/usr/bin/env python3
"""Prints analyzer/syntax/unicode_names.def: names of the characters that programs are likely to write as \\N{NAME}."""

import unicodedata

# Latin, Greek, Cyrillic; punctuation, arrows, mathematics, technical; enclosed, boxes, shapes, symbols; pictures.
RANGES = [(0x20, 0x24F), (0x370, 0x45F), (0x2000, 0x23FF), (0x2460, 0x27BF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF)]

print("// Names of characters for \\N{NAME}, sorted by name. Made by tests/tools/make_unicode_names.py.")
names = {}
for first, last in RANGES:
    for code in range(first, last + 1):
        name = unicodedata.name(chr(code), None)
        if name is not None:
            names[name] = code
for name in sorted(names):
    print('TFSCOPE_UNICODE_NAME("%s", 0x%X)' % (name, names[name]))
