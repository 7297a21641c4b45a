# What sequences have in common, colours, and texts cut short.
import difflib, colorsys, reprlib, sys
for a, b in [("abcd", "bcde"), ("", ""), ("qabxcd", "abycdf"), ([1, 2, 3], [2, 3, 4]), ("private Thread currentThread;", "private volatile Thread currentThread;"), ("ab" * 150, "ba" * 150)]:
    s = difflib.SequenceMatcher(None, a, b); print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks()[:5], s.get_opcodes()[:5], s.find_longest_match(0, len(a), 0, len(b)))
s = difflib.SequenceMatcher(lambda x: x == " ", "private Thread", "private volatile Thread"); print(s.ratio())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("lr", ["learning_rate", "lr_decay", "l"], n=1, cutoff=0.3), difflib.get_close_matches("zzz", ["a"]))
print(colorsys.rgb_to_hsv(.2, .4, .4), colorsys.hsv_to_rgb(.5, .5, .4), [colorsys.hsv_to_rgb(i / 6, 1, 1) for i in range(7)])
print(reprlib.repr(list(range(20))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(10 ** 100), reprlib.repr({1, 2}), reprlib.repr((1,)))
class C(list):
    @reprlib.recursive_repr()
    def __repr__(self): return "<" + "|".join(map(repr, self)) + ">"
c = C("ab"); c.append(c); print(c, C.__repr__.__name__, sys.flags.debug, sys.flags.optimize)
for f in (lambda: difflib.get_close_matches("a", [], 0), lambda: difflib.get_close_matches("a", [], 1, 2)):
    try: f()
    except ValueError as e: print(e)
