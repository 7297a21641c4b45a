# Loggers, handlers, filters and formatters.
import logging, io, sys
class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__(); self.out = []
    def emit(self, r): self.out.append(self.format(r))
h = ListHandler(); h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d|%(levelno)d"))
lg = logging.getLogger("a.b"); lg.addHandler(h); lg.setLevel("DEBUG")
def f():
    lg.debug("d %s", 1); lg.info("i"); lg.warning("w %(x)d", {'x': 5}); lg.error(ValueError("v")); lg.critical("c %s %s", "a", "b"); lg.log(25, "custom")
f()
print(h.out, lg, lg.parent, logging.getLogger("a").getChild("b") is lg, lg.parent is logging.getLogger("a"), h, lg.isEnabledFor(5))
h.setLevel(logging.ERROR); lg.info("no"); lg.error("yes"); print(h.out[-1])
class F(logging.Filter):
    def filter(self, r): return "keep" in r.getMessage()
h.addFilter(F()); lg.error("drop"); lg.error("keep me"); print(h.out[-1], len(h.out))
logging.disable(logging.CRITICAL); lg.critical("keep no"); logging.disable(logging.NOTSET); print(len(h.out))
s = io.StringIO(); sh = logging.StreamHandler(s); root = logging.getLogger(); root.addHandler(sh); root.setLevel(logging.INFO); logging.getLogger("q.r").info("prop %d", 3); logging.info("r"); print(s.getvalue(), root, root.handlers, logging.getLevelName("INFO"), logging.getLevelName(35))
logging.addLevelName(35, "NOTE"); print(logging.getLevelName(35), logging.getLogger("q.r").getEffectiveLevel(), logging.getLogger("q.r").handlers, logging.getLogger("q.r").hasHandlers())
sh.setFormatter(logging.Formatter("{levelname}:{message}", style="{")); logging.warning("brace %s", "x"); print(s.getvalue().splitlines()[-1])
try: 1/0
except ZeroDivisionError: logging.exception("exc")
lg2 = logging.getLogger("extra"); lg2.propagate = False; h2 = ListHandler(); h2.setFormatter(logging.Formatter("%(user)s %(message)s")); lg2.addHandler(h2); lg2.error("m", extra={'user': 'u'}); print(h2.out)
ad = logging.LoggerAdapter(lg2, {'user': 'ad'}); ad.error("z %d", 1); print(h2.out[-1])
for bad in [lambda: lg.setLevel("nope"), lambda: lg.setLevel(1.5), lambda: lg.log("x", "y"), lambda: logging.Formatter("x", style="q"), lambda: logging.Handler().emit(1)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
logging.basicConfig(level=logging.DEBUG); print(len(root.handlers), root.level)
