"""The standard library: introspection, typing, command lines."""

from python_pieces.pieces_functions import parameters
from python_pieces.registry import piece


@piece(
    "inspect.signature",
    "inspect.getfullargspec",
    "inspect predicates",
    "inspect.getmembers",
    "typing aliases",
    "typing generics",
    "annotations",
    "warnings module",
    "sys attributes",
)
def introspection_modules(p):
    p.need("inspect")
    p.need("typing")
    name = p.fresh("inspected")
    text, names = parameters(p)
    p.line("def %s(%s)%s: pass" % (name, text, p.pick("", " -> int", " -> 'text'")))
    p.text(
        """
class Inspected:
    "  Doc.\\n    More.\\n"
    attribute: int = {v}
    other: 'str'
    def method(self, x, y=2): yield x
    @staticmethod
    def static(a): pass
    @classmethod
    def of_class(cls, b): pass
""".format(v=p.value("any", 1))
    )
    for text in p.random.sample(
        [
            "str(inspect.signature({f}))",
            "inspect.getfullargspec({f})",
            "list(inspect.signature({f}).parameters)",
            "[(q.name, str(q.kind), q.default is q.empty) for q in inspect.signature({f}).parameters.values()]",
            "inspect.getfullargspec({f}).args, inspect.getfullargspec({f}).defaults",
            "inspect.isfunction({f}), inspect.isclass(Inspected), inspect.ismethod(Inspected().method), inspect.ismodule(inspect), inspect.isgeneratorfunction(Inspected.method), inspect.isbuiltin(len), inspect.isabstract(Inspected)",
            "[n for n, v in inspect.getmembers(Inspected, inspect.isfunction)]",
            "inspect.getdoc(Inspected)",
            "str(inspect.signature(Inspected.method)), str(inspect.signature(Inspected().method))",
            "str(inspect.signature(Inspected.of_class)), inspect.getfullargspec(Inspected.static).args",
            "inspect.signature({f}).bind(1, 2).arguments",
            "inspect.signature(Inspected)",
            "Inspected.__annotations__, {f}.__annotations__",
            "{f}.__code__.co_argcount, {f}.__code__.co_varnames, {f}.__code__.co_name",
            "{f}.__defaults__, {f}.__kwdefaults__",
            "inspect.getmodule({f}).__name__",
            "inspect.signature({f}).return_annotation",
            "[c.__name__ for c in inspect.getmro(bool)]",
        ],
        7,
    ):
        p.attempt(text.format(f=name))
    for text in p.random.sample(
        [
            "typing.List[int]",
            "typing.Dict[str, typing.Any]",
            "typing.Optional[int]",
            "typing.Union[int, str, None]",
            "typing.Callable[[int], str]",
            "typing.Tuple[int, ...]",
            "typing.cast(int, 'a')",
            "typing.TypeVar('T')",
            "typing.List",
            "typing.get_type_hints(Inspected)",
            "isinstance([], typing.List)",
            "typing.NewType('Id', int)(5)",
            "typing.Any",
            "typing.Iterable[str]",
            "typing.Union[int]",
            "typing.Optional[typing.Union[str, int]]",
            "typing.List[int].__origin__",
            "typing.Type[int]",
            "typing.TYPE_CHECKING",
            "typing.Text",
            "typing.Sequence[int], typing.Set[str]",
        ],
        4,
    ):
        p.attempt(text)
    p.text(
        """
T = typing.TypeVar('T')
class Box(typing.Generic[T]):
    def __init__(self, item: T) -> None: self.item = item
class IntBox(Box[int]): pass
report(Box({v}).item, IntBox(3).item, [c.__name__ for c in IntBox.__mro__], Box[str]('q').item)
def annotated(a: int, *b: 'x', c: typing.List[int] = None, **d) -> typing.Optional[str]: pass
report(sorted(annotated.__annotations__), str(inspect.signature(annotated)))
""".format(v=p.value("any"))
    )
    p.need("sys")
    p.attempt(
        "sys.%s"
        % p.pick(
            "version_info[:2]",
            "version_info >= (3, 5)",
            "maxsize",
            "byteorder",
            "argv[1:]",
            "version_info.major",
            "getrecursionlimit()",
            "platform",
            "modules['sys'] is sys",
            "exc_info()",
            "float_info.max",
            "stdout is None",
            "maxunicode",
            "intern('a')",
            "getdefaultencoding()",
            "version[:3]",
            "float_info.epsilon",
        )
    )


@piece(
    "argparse positional",
    "argparse options",
    "argparse types and defaults",
    "argparse choices and nargs",
    "argparse actions",
    "argparse errors",
    "argparse namespace",
    "argparse subparsers",
    "argparse groups",
)
def command_lines(p):
    p.need("argparse")
    p.line(
        "parser = argparse.ArgumentParser(%s)"
        % p.pick("", "description='d'", "prog='tool'", "conflict_handler='resolve'", "add_help=False")
    )
    if p.chance(0.4):
        p.line(
            "parser.add_argument('name'%s)"
            % p.pick("", ", nargs='?', default='none'", ", type=int", ", choices=['a', 'b', 'x']")
        )
    p.line(
        "parser.add_argument('--size', '-s', type=%s, default=%s)"
        % (p.pick("int", "float", "str"), p.pick("3", "'4'", "None", "2.5"))
    )
    p.line(
        "parser.add_argument('--layers', nargs=%s, type=int, default=[1])" % p.pick("'+'", "'*'", "2", "'?', const=[9]")
    )
    p.line(
        "parser.add_argument('--verbose', '-v', action=%s)"
        % p.pick(
            "'store_true'", "'store_false'", "'count', default=0", "'append_const', const=1", "'store_const', const=5"
        )
    )
    p.line("parser.add_argument('--tag', action='append'%s)" % p.pick("", ", dest='tags'", ", default=['t']"))
    p.line(
        "parser.add_argument('--learning-rate', %s)"
        % p.pick(
            "type=lambda v: float(v) * 2",
            "choices=['0.1', '0.2']",
            "required=%s" % p.value("bool", 0),
            "dest='lr', default=0.5",
            "metavar='LR'",
        )
    )
    if p.chance(0.3):
        p.line("group = parser.add_argument_group('g')")
        p.line("group.add_argument('--in-group', default=%s)" % p.value("any", 0))
        p.line("exclusive = parser.add_mutually_exclusive_group()")
        p.line("exclusive.add_argument('--on', action='store_true')")
        p.line("exclusive.add_argument('--off', action='store_true')")
        p.line("parser.set_defaults(extra=%s)" % p.value("any", 0))
    for _ in range(4):
        chosen = [
            t
            for t in p.random.sample(
                [
                    "'--size', '5'",
                    "'--size=7'",
                    "'-s', '2'",
                    "'-s9'",
                    "'--layers', '3', '4'",
                    "'--verbose'",
                    "'-v'",
                    "'--tag', 'a'",
                    "'--tag=b'",
                    "'--learning-rate', '0.1'",
                    "'x'",
                    "'--siz', '8'",
                    "'--unknown'",
                    "'--size', 'zz'",
                    "'--layers'",
                    "'--on'",
                    "'--', 'y'",
                    "'-vv'",
                ],
                p.random.randrange(5),
            )
        ]
        form = p.pick("parse_args", "parse_args", "parse_known_args")
        p.line(
            "try: report(%s)"
            % (
                "sorted(vars(parser.parse_args([%s])).items())" % ", ".join(chosen)
                if form == "parse_args" and p.chance(0.6)
                else "parser.%s([%s])" % (form, ", ".join(chosen))
            )
        )
        p.line("except SystemExit as error: report('exit', error.code)")
    p.text(
        """
commands = argparse.ArgumentParser()
sub = commands.add_subparsers(dest='command')
train = sub.add_parser('train')
train.add_argument('--steps', type=int, default={n})
test = sub.add_parser('test')
test.add_argument('files', nargs='*')
try: report(commands.parse_args([{args}]))
except SystemExit as error: report('exit', error.code)
""".format(
            n=p.random.randrange(99),
            args=p.pick("'train'", "'train', '--steps', '4'", "'test', 'a', 'b'", "", "'nope'"),
        )
    )
