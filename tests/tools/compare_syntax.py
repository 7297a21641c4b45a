"""Compares the typed tree with CPython's own, over any Python files.

    compare_syntax.py COMMAND... -- PATH...

COMMAND prints the syntax dump of one file (`tfscope --dump syntax` or the like), PATH is a file or a folder. Prints the
first difference of each file; ends with status 1 if there is any. Files that this Python refuses have to have an issue.
"""
import ast
import pathlib
import re
import subprocess
import sys
import warnings

UNARY = {ast.Not: "not", ast.USub: "-", ast.UAdd: "+", ast.Invert: "~"}
BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.MatMult: "@", ast.Div: "/", ast.Mod: "%", ast.Pow: "**",
          ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.FloorDiv: "//"}
COMPARE = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
           ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"}
LISTS = {ast.Tuple: "Tuple", ast.List: "List", ast.Set: "Set"}
COMPREHENSIONS = {ast.ListComp: "ListComprehension", ast.SetComp: "SetComprehension", ast.GeneratorExp: "Generator"}


def quoted(text):
    if isinstance(text, bytes):
        text = text.decode("latin-1")
        return re.sub("[\x80-\xff]", lambda m: "\\x%02x" % ord(m[0]), quoted(text))
    text = "".join("\\" + c if c in '"\\' else "\\x%02x" % ord(c) if ord(c) < 0x20 or ord(c) == 0x7F else c for c in text)
    return '"' + re.sub("[\ud800-\udfff]", "\ufffd", text) + '"'


class Converter:
    """ast to the lines of a dump: (depth, text, line and column of the start or None)."""

    def __init__(self, source):
        self.lines = []
        self.inside_formatted = 0  # until 3.12 the places of what is inside an f-string are those of the whole
        self.bytes = [line.encode() for line in source.split("\n")]

    def add(self, depth, text, node=None):
        place = None
        if node is not None and not self.inside_formatted:
            prefix = self.bytes[node.lineno - 1][:node.col_offset]
            place = (node.lineno, len(prefix.decode()) + 1)
        self.lines.append((depth, text, place))

    def visit(self, depth, node):
        if node is None:
            self.add(depth, "-")
            return
        method = getattr(self, "visit_" + type(node).__name__, None)
        if method is None:
            raise NotImplementedError(type(node).__name__)
        method(depth, node)

    def node(self, depth, text, children, place=None):
        self.add(depth, text, place)
        for child in children:
            if callable(child):
                child(depth + 1)
            else:
                self.visit(depth + 1, child)

    def block(self, body, name="Block"):
        return lambda depth: self.node(depth, name, body)

    def optional_block(self, body):
        return self.block(body) if body else None

    # ---- statements
    def visit_Module(self, d, n):
        self.node(d, "Module", n.body)

    def visit_Expr(self, d, n):
        self.node(d, "ExpressionStatement", [n.value], n)

    def visit_Assign(self, d, n):
        self.node(d, "Assign", n.targets + [n.value], n)

    def visit_AugAssign(self, d, n):
        self.node(d, "AugmentedAssign " + BINARY[type(n.op)], [n.target, n.value], n)

    def visit_AnnAssign(self, d, n):
        self.node(d, "AnnotatedAssign", [n.target, n.annotation, n.value], n)

    def visit_Return(self, d, n):
        self.node(d, "Return", [n.value], n)

    def visit_Raise(self, d, n):
        self.node(d, "Raise", [n.exc, n.cause, None], n)

    def names(self, n):
        return [lambda d, x=x: self.add(d, "Name " + quoted(x)) for x in n.names]

    def visit_Global(self, d, n):
        self.node(d, "Global", self.names(n), n)

    def visit_Nonlocal(self, d, n):
        self.node(d, "Nonlocal", self.names(n), n)

    def visit_Pass(self, d, n):
        self.add(d, "Pass", n)

    def visit_Break(self, d, n):
        self.add(d, "Break", n)

    def visit_Continue(self, d, n):
        self.add(d, "Continue", n)

    def visit_Delete(self, d, n):
        self.node(d, "Delete", n.targets, n)

    def visit_Assert(self, d, n):
        self.node(d, "Assert", [n.test, n.msg], n)

    def alias(self, x):
        return lambda d: self.node(d, "Alias " + quoted(x.name), [
            (lambda e: self.add(e, "Name " + quoted(x.asname))) if x.asname else None], x)

    def visit_Import(self, d, n):
        self.node(d, "Import", [self.alias(x) for x in n.names], n)

    def visit_ImportFrom(self, d, n):
        star = n.names[0].name == "*"
        text = "ImportFrom" + (" %d" % n.level if n.level else "") + (" " + quoted(n.module) if n.module else "")
        self.node(d, text + (" [star]" if star else ""), [] if star else [self.alias(x) for x in n.names], n)

    def visit_If(self, d, n):
        parts = []
        place = n
        while True:
            parts += [n.test, self.block(n.body)]
            # `else: if` and `elif` are the same for ast; the text tells.
            other = n.orelse
            if len(other) == 1 and isinstance(other[0], ast.If) and self.at(other[0]).startswith("elif"):
                n = other[0]
                continue
            break
        if n.orelse:
            parts.append(self.block(n.orelse))
        self.node(d, "If", parts, place)

    def at(self, n):
        return self.bytes[n.lineno - 1][n.col_offset:].decode(errors="replace")

    def visit_While(self, d, n):
        self.node(d, "While", [n.test, self.block(n.body), self.optional_block(n.orelse)], n)

    def visit_For(self, d, n, mark=""):
        self.node(d, "For" + mark, [n.target, n.iter, self.block(n.body), self.optional_block(n.orelse)], n)

    def visit_AsyncFor(self, d, n):
        self.visit_For(d, n, " [async]")

    def visit_With(self, d, n, mark=""):
        items = [lambda e, i=i: self.node(e, "WithItem", [i.context_expr, i.optional_vars]) for i in n.items]
        self.node(d, "With" + mark, items + [self.block(n.body)], n)

    def visit_AsyncWith(self, d, n):
        self.visit_With(d, n, " [async]")

    def visit_Try(self, d, n, mark=""):
        parts = [self.block(n.body), self.optional_block(n.orelse), self.optional_block(n.finalbody)]
        self.node(d, "Try" + mark, parts + n.handlers, n)

    def visit_TryStar(self, d, n):
        self.visit_Try(d, n, " [star]")

    def visit_ExceptHandler(self, d, n):
        name = (lambda e: self.add(e, "Name " + quoted(n.name))) if n.name else None
        self.node(d, "ExceptHandler", [n.type, name, self.block(n.body)], n)

    def parameter(self, kind, argument, default):
        return lambda d: self.node(d, "Parameter %s %s" % (kind, quoted(argument.arg)),
                                   [argument.annotation, default, None])

    def parameters(self, a):
        plain = a.posonlyargs + a.args
        defaults = [None] * (len(plain) - len(a.defaults)) + a.defaults
        parts = []
        for index, argument in enumerate(plain):
            kind = "positional-only" if index < len(a.posonlyargs) else "plain"
            parts.append(self.parameter(kind, argument, defaults[index]))
        if a.vararg:
            parts.append(self.parameter("*", a.vararg, None))
        parts += [self.parameter("keyword-only", x, y) for x, y in zip(a.kwonlyargs, a.kw_defaults)]
        if a.kwarg:
            parts.append(self.parameter("**", a.kwarg, None))
        return lambda d: self.node(d, "Parameters", parts)

    def visit_FunctionDef(self, d, n, mark=""):
        self.node(d, "FunctionDef " + quoted(n.name) + mark,
                  [self.parameters(n.args), n.returns, self.block(n.body)] + n.decorator_list, n)

    def visit_AsyncFunctionDef(self, d, n):
        self.visit_FunctionDef(d, n, " [async]")

    def visit_ClassDef(self, d, n):
        self.node(d, "ClassDef " + quoted(n.name),
                  [lambda e: self.node(e, "Arguments", self.arguments(n.bases, n.keywords)),
                   self.block(n.body)] + n.decorator_list, n)

    def visit_Match(self, d, n):
        self.node(d, "Match", [n.subject] + n.cases, n)

    def visit_match_case(self, d, n):
        self.node(d, "MatchCase", [n.pattern, n.guard, self.block(n.body)])

    def visit_MatchValue(self, d, n):
        self.node(d, "MatchValue", [n.value])

    def visit_MatchSingleton(self, d, n):
        self.node(d, "MatchValue", [lambda e: self.add(e, str(n.value))])

    def visit_MatchSequence(self, d, n):
        self.node(d, "MatchSequence", n.patterns)

    def visit_MatchStar(self, d, n):
        self.add(d, "MatchStar" + (" " + quoted(n.name) if n.name else ""))

    def visit_MatchMapping(self, d, n):
        parts = [x for pair in zip(n.keys, n.patterns) for x in pair]
        if n.rest:
            parts += [None, lambda e: self.add(e, "MatchCapture " + quoted(n.rest))]
        self.node(d, "MatchMapping", parts)

    def visit_MatchClass(self, d, n):
        keywords = [lambda e, k=k, p=p: self.node(e, "Keyword " + quoted(k), [p])
                    for k, p in zip(n.kwd_attrs, n.kwd_patterns)]
        self.node(d, "MatchClass", [n.cls] + n.patterns + keywords)

    def visit_MatchAs(self, d, n):
        if n.pattern is None:
            self.add(d, "MatchCapture" + (" " + quoted(n.name) if n.name else ""))
        else:
            self.node(d, "MatchAs " + quoted(n.name), [n.pattern])

    def visit_MatchOr(self, d, n):
        self.node(d, "MatchOr", n.patterns)

    # ---- expressions
    def visit_Name(self, d, n):
        self.add(d, "Name " + quoted(n.id), n)

    def visit_Constant(self, d, n):
        value = n.value
        if value is None or value is True or value is False:
            self.add(d, str(value), n)
        elif value is Ellipsis:
            self.add(d, "Ellipsis", n)
        elif isinstance(value, str):
            self.add(d, "String " + quoted(value), n)
        elif isinstance(value, bytes):
            self.add(d, "Bytes " + quoted(value), n)
        else:
            self.add(d, "%s %r" % (type(value).__name__, value), n)

    def visit_JoinedStr(self, d, n):
        self.inside_formatted += 1
        self.node(d, "FormattedString", n.values)
        self.inside_formatted -= 1

    def visit_FormattedValue(self, d, n):
        mark = " " + chr(n.conversion) if n.conversion != -1 else ""
        self.node(d, "FormattedValue" + mark, [n.value, n.format_spec])

    def visit_Tuple(self, d, n):
        self.node(d, LISTS[type(n)], n.elts, n)

    visit_List = visit_Set = visit_Tuple

    def visit_Dict(self, d, n):
        self.node(d, "Dict", [x for pair in zip(n.keys, n.values) for x in pair], n)

    def visit_Attribute(self, d, n):
        self.node(d, "Attribute " + quoted(n.attr), [n.value])

    def visit_Subscript(self, d, n):
        self.node(d, "Subscript", [n.value, n.slice])

    def visit_Slice(self, d, n):
        self.node(d, "Slice", [n.lower, n.upper, n.step])

    def arguments(self, positional, keywords):
        parts = list(positional)
        for k in keywords:
            if k.arg is None:
                parts.append(lambda e, k=k: self.node(e, "DoubleStarred", [k.value], k))
            else:
                parts.append(lambda e, k=k: self.node(e, "Keyword " + quoted(k.arg), [k.value], k))
        order = [(x.lineno, x.col_offset) for x in list(positional) + list(keywords)]
        return [part for _, part in sorted(zip(order, parts), key=lambda x: x[0])]

    def visit_Call(self, d, n):
        self.node(d, "Call", [n.func] + self.arguments(n.args, n.keywords))

    def visit_Starred(self, d, n):
        self.node(d, "Starred", [n.value], n)

    def visit_UnaryOp(self, d, n):
        self.node(d, "Unary " + UNARY[type(n.op)], [n.operand], n)

    def visit_BinOp(self, d, n):
        self.node(d, "Binary " + BINARY[type(n.op)], [n.left, n.right])

    def visit_BoolOp(self, d, n):
        self.node(d, "And" if isinstance(n.op, ast.And) else "Or", n.values)

    def visit_Compare(self, d, n):
        rights = [lambda e, o=o, c=c: self.node(e, "CompareRight " + COMPARE[type(o)], [c])
                  for o, c in zip(n.ops, n.comparators)]
        self.node(d, "Compare", [n.left] + rights)

    def visit_IfExp(self, d, n):
        self.node(d, "Conditional", [n.test, n.body, n.orelse])

    def visit_Lambda(self, d, n):
        self.node(d, "Lambda", [self.parameters(n.args), n.body], n)

    def clauses(self, n):
        return [lambda e, g=g: self.node(e, "ComprehensionFor" + (" [async]" if g.is_async else ""),
                                         [g.target, g.iter] + g.ifs) for g in n.generators]

    def visit_ListComp(self, d, n):
        self.node(d, COMPREHENSIONS[type(n)], [n.elt] + self.clauses(n))

    visit_SetComp = visit_GeneratorExp = visit_ListComp

    def visit_DictComp(self, d, n):
        self.node(d, "DictComprehension", [n.key, n.value] + self.clauses(n))

    def visit_Yield(self, d, n):
        self.node(d, "Yield", [n.value], n)

    def visit_YieldFrom(self, d, n):
        self.node(d, "YieldFrom", [n.value], n)

    def visit_Await(self, d, n):
        self.node(d, "Await", [n.value], n)

    def visit_NamedExpr(self, d, n):
        self.node(d, "NamedExpression", [n.target, n.value])


LINE = re.compile(r"^( *)(.*?)(?:  (\d+):(\d+)-(\d+):(\d+))?$")


def number(text):
    kind, digits = re.match(r'(Int|Float|Imaginary) "(.*)"$', text).groups()
    if kind == "Int":
        return "int %r" % int(digits, 0)
    return "float %r" % float(digits) if kind == "Float" else "complex %r" % complex(digits + "j")


def read_dump(text):
    lines, issues = [], []
    # Only line feeds end lines here: a literal may hold other separators.
    for line in text.split("\n"):
        if line.startswith("issue "):
            issues.append(line)
        elif line.strip():
            indentation, body, row, column, _, _ = LINE.match(line).groups()
            body = body.replace(" [parenthesized]", "").replace(" [trailing-comma]", "")
            if re.match(r"(Int|Float|Imaginary) ", body):
                body = number(body)
            lines.append((len(indentation) // 2, body, (int(row), int(column)) if row else None))
    return lines, issues


def difference(source, dump):
    lines, issues = read_dump(dump)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        return None if issues or "python2" in dump[:20] else "not refused: %s" % error
    if issues:
        return "refused: " + issues[0]
    converter = Converter(source)
    converter.visit(0, tree)
    for ours, theirs in zip(lines, converter.lines):
        if "\\N{" in source and ours[1].startswith(("String", "Alias")) and theirs[1].startswith("String"):
            continue
        if ours[:2] != theirs[:2]:
            return "%s is %r, in CPython %r at %s" % (ours[2], ours[1], theirs[1], theirs[2])
        if theirs[2] and ours[2] != theirs[2]:
            return "%s at %s, in CPython at %s" % (ours[1], ours[2], theirs[2])
    if len(lines) != len(converter.lines):
        return "%d nodes, in CPython %d" % (len(lines), len(converter.lines))
    return None


def files(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def main():
    sys.setrecursionlimit(100000)
    split = sys.argv.index("--")
    command, paths = sys.argv[1:split], sys.argv[split + 1:]
    total = different = 0
    for path in files(paths):
        try:
            source = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
        total += 1
        dump = subprocess.run(command + [str(path)], capture_output=True).stdout.decode("utf-8", "replace")
        message = difference(source, dump)
        if message:
            different += 1
            print("%s: %s" % (path, message), flush=True)
    print("%d files, %d different" % (total, different))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
