"""Names, shapes, dtypes, initializers and scopes' arguments that the programs over the naming core use."""

from program_text import Statements

STATEMENTS = Statements()

SHAPES = {
    "w": "[2, 3]",
    "b": "[3]",
    "kernel": "[4, 4]",
    "W": "[2, 3]",
    "x": "[2]",
    "a/w": "[2, 3]",
    "read": "[]",
    "w_1": "[5]",
    "net": "[2]",
    "b/part_0": "[2]",
    "Variable": "[]",
    "a": "[1]",
}
SCOPES = ("net", "a", "b", "Net", "a/b", "conv", "net_1", "w", "conv_1", "A")
DEFAULT_NAMES = ("conv", "fc", "net", "block", "Conv")
INVALID = ("a b", "_w", "w:0", "-x", "w>", "/w", "\\w", "w!")

STATEMENTS.declare(
    "name of a scope for a variable",
    "names that differ in case",
    "slash in a name",
    "invalid name",
    "leading underscore",
    "empty name",
    "name from a loop",
    "name from formatting",
)


def note_name(program, text):
    if text in ("W", "Net", "A"):
        program.mark("names that differ in case")
    if "/" in text.strip("/"):
        program.mark("slash in a name")
    if text in SCOPES:
        program.mark("name of a scope for a variable")


def odd_name(program):
    kind = program.choose("invalid name", "leading underscore", "empty name")
    program.mark(kind)
    return repr({"leading underscore": "_w", "empty name": ""}.get(kind, program.random.choice(INVALID)))


def variable_name(program):
    """(expression, the plain name or None)."""
    index = program.pick("index")
    if index is not None and program.chance(0.5):
        program.mark("name from a loop")
        return (
            program.choose("'w%%d' %% %s", "'w_' + str(%s)", "'layer{}/w'.format(%s)", "f'b{%s}'", "'w%%s' %% (%s + 1)")
            % index,
            None,
        )
    if program.chance(0.03):
        return odd_name(program), None
    if program.chance(0.5):
        number = program.numbers["variable"] = program.numbers.get("variable", 0) + 1
        if program.chance(0.1):
            program.mark("name from formatting")
            return (
                program.choose("'v%%d' %% %d", "'v{}'.format(%d)", "'v' + str(%d)", "'/'.join(['v', 'n%d'])") % number,
                None,
            )
        return repr("v%d" % number), None
    name = program.random.choice(sorted(SHAPES))
    note_name(program, name)
    return repr(name), name


def scope_name(program):
    index = program.pick("index")
    if index is not None and program.chance(0.4):
        program.mark("name from a loop")
        return program.choose("'tower_%%d' %% %s", "'layer' + str(%s)", "f'net{%s}'", "'a/b%%d' %% %s") % index
    if program.chance(0.02):
        return odd_name(program)
    if program.chance(0.35):
        number = program.numbers["scope"] = program.numbers.get("scope", 0) + 1
        return repr("s%d" % number)
    name = program.random.choice(SCOPES)
    note_name(program, name)
    return repr(name)


# ---- shapes
STATEMENTS.declare(
    "shape as a list",
    "shape as a tuple",
    "shape as an int",
    "shape as a TensorShape",
    "shape of a tensor",
    "partial shape",
    "shape None",
    "no shape",
    "computed shape",
    "scalar shape",
)


def shape(program, plain):
    """An expression for the shape of a variable, mostly the same for one plain name; None: not to be given."""
    usual = SHAPES.get(plain, program.choose("[2]", "[3]", "[2, 3]", "[4, 1]", "[]"))
    kind = program.weighted(
        [
            (14, "shape as a list"),
            (4, "shape as a tuple"),
            (1.5, "shape as an int"),
            (2, "shape as a TensorShape"),
            (1, "shape of a tensor"),
            (0.8, "partial shape"),
            (0.3, "shape None"),
            (0.5, "no shape"),
            (1.5, "computed shape"),
            (1, "scalar shape"),
        ]
    )
    program.mark(kind)
    sizes = usual[1:-1]
    if kind == "shape as a list":
        return usual
    if kind == "shape as a tuple":
        return "(%s,)" % sizes if sizes else "()"
    if kind == "shape as an int":
        return program.choose("3", "2")
    if kind == "shape as a TensorShape":
        return program.choose("tf.TensorShape(%s)", "tf.TensorShape(%s).as_list()", "tf.TensorShape(list(%s))") % usual
    if kind == "shape of a tensor":
        tensor = program.pick("variable")
        return tensor + ".shape" if tensor and program.chance(0.6) else "tf.zeros(%s).get_shape()" % usual
    if kind == "partial shape":
        return program.choose("[None, 3]", "[2, None]", "tf.TensorShape([None, 3])", "tf.TensorShape(None)", "[None]")
    if kind == "computed shape":
        return program.choose(
            "[1 + 1, 3]",
            "[2] * 2",
            "[int(4 / 2), 3]",
            "list(range(2, 4))",
            "[2, 6 // 2]",
            "[len('abc')]",
            "[2] + [3]",
            "[n for n in (2, 3)]",
            "[tf.Dimension(2), 3]",
        )
    return {"shape None": "None", "no shape": None, "scalar shape": "[]"}[kind]


# ---- dtypes
STATEMENTS.declare("explicit dtype", "dtype without a default initializer", "dtype as a string", "integer dtype")


def dtype(program):
    kind = program.weighted(
        [
            (6, "explicit dtype"),
            (1, "dtype without a default initializer"),
            (1, "dtype as a string"),
            (3, "integer dtype"),
        ]
    )
    program.mark(kind)
    if kind == "explicit dtype":
        return program.choose("tf.float32", "tf.float32", "tf.float64", "tf.float16", "tf.bool")
    if kind == "dtype as a string":
        return program.choose("'float32'", "'int32'", "'float64'")
    return (
        program.choose("tf.complex64", "tf.complex128")
        if kind.startswith("dtype")
        else program.choose("tf.int32", "tf.int64")
    )


# ---- initializers
STATEMENTS.declare(
    "initializer object",
    "initializer class",
    "function as initializer",
    "initializer without parameters",
    "number as initializer",
    "list as initializer",
    "array as initializer",
    "tensor as initializer",
)

OBJECTS = (
    "tf.zeros_initializer()",
    "tf.ones_initializer()",
    "tf.constant_initializer(0.5)",
    "tf.constant_initializer([1.0, 2.0])",
    "tf.random_normal_initializer(stddev=0.1)",
    "tf.truncated_normal_initializer()",
    "tf.random_uniform_initializer(-1, 1)",
    "tf.glorot_uniform_initializer()",
    "tf.variance_scaling_initializer()",
    "tf.orthogonal_initializer()",
    "tf.initializers.zeros()",
    "tf.keras.initializers.Zeros()",
    "tf.contrib.layers.xavier_initializer()",
    "tf.uniform_unit_scaling_initializer()",
    "tf.initializers.identity()",
    "tf.glorot_normal_initializer()",
)
VALUES = {
    "number as initializer": ("1.0", "0", "3", "True", "-2.5"),
    "list as initializer": ("[1.0, 2.0]", "[[1, 2], [3, 4]]", "[1, 2, 3]", "(0.5, 0.5, 0.5)"),
    "array as initializer": (
        "np.zeros([2, 3])",
        "np.ones((3,), np.float32)",
        "np.zeros([2], dtype=np.int32)",
        "np.float32(1)",
        "np.arange(4)",
        "np.eye(2)",
        "np.zeros([4, 4]).astype('float32')",
    ),
    "tensor as initializer": (
        "tf.zeros([2, 3])",
        "tf.constant(1.0)",
        "tf.constant([1, 2])",
        "tf.ones([3], tf.float64)",
        "tf.random_normal([4, 4])",
        "tf.zeros_like(tf.ones([2]))",
    ),
}


def value(program):
    kind = program.choose(*sorted(VALUES))
    program.mark(kind)
    return program.random.choice(VALUES[kind])


def initializer(program):
    """An expression and whether it is a value, which has a shape of its own."""
    kind = program.weighted(
        [
            (8, "initializer object"),
            (1, "initializer class"),
            (1, "function as initializer"),
            (1, "initializer without parameters"),
            (3, "value"),
        ]
    )
    if kind == "value":
        return value(program), True
    program.mark(kind)
    if kind == "initializer object":
        return program.random.choice(OBJECTS), False
    if kind == "initializer class":
        return program.choose("tf.zeros_initializer", "tf.ones_initializer", "tf.random_normal_initializer"), False
    if kind == "function as initializer":
        return (
            program.choose(
                "filled",
                "tf.zeros",
                "lambda shape, dtype, partition_info=None: tf.ones(shape, dtype)",
                "lambda shape, **kwargs: tf.zeros(shape)",
            ),
            False,
        )
    return program.choose("lambda: tf.zeros([2, 3])", "lambda: 1.0", "lambda: [1, 2]"), True


# ---- others
STATEMENTS.declare(
    "trainable=False",
    "trainable=True",
    "collections argument",
    "collections of a string",
    "own collection key",
    "empty collections",
    "collections as a tuple",
    "constraint",
    "caching_device",
    "use_resource",
    "validate_shape",
    "synchronization",
)


def collections(program):
    kind = program.weighted(
        [
            (5, "collections argument"),
            (0.8, "collections of a string"),
            (3, "own collection key"),
            (1, "empty collections"),
            (1, "collections as a tuple"),
        ]
    )
    program.mark(kind)
    return {
        "collections argument": program.choose(
            "[tf.GraphKeys.LOCAL_VARIABLES]",
            "[tf.GraphKeys.GLOBAL_VARIABLES, 'mine']",
            "[tf.GraphKeys.GLOBAL_VARIABLES]",
            "[tf.GraphKeys.MODEL_VARIABLES, tf.GraphKeys.GLOBAL_VARIABLES]",
            "[tf.GraphKeys.TRAINABLE_VARIABLES]",
        ),
        "collections of a string": "'mine'",
        "own collection key": program.choose("['mine']", "['mine', 'yours']", "['mine', 'mine']"),
        "empty collections": "[]",
        "collections as a tuple": "(tf.GraphKeys.GLOBAL_VARIABLES, 'mine')",
    }[kind]


def common_arguments(program):
    """Keyword arguments that tf.Variable and tf.get_variable share."""
    result = []
    if program.chance(0.12):
        kind = program.choose("trainable=False", "trainable=False", "trainable=True")
        program.mark(kind)
        result.append(kind)
    if program.chance(0.1):
        result.append("collections=" + collections(program))
    for probability, name, text in (
        (0.03, "constraint", "constraint=lambda t: t"),
        (0.03, "caching_device", "caching_device='/cpu:0'"),
        (0.05, "use_resource", "use_resource=" + program.choose("True", "False")),
        (0.03, "validate_shape", "validate_shape=" + program.choose("True", "False")),
        (
            0.03,
            "synchronization",
            program.choose(
                "synchronization=tf.VariableSynchronization.ON_READ",
                "aggregation=tf.VariableAggregation.MEAN",
                "synchronization=tf.VariableSynchronization.ON_WRITE",
            ),
        ),
    ):
        if program.chance(probability):
            program.mark(name)
            result.append(text)
    return result


# ---- getters, regularizers and partitioners are defined at the head of every program that uses them
STATEMENTS.declare(
    "getter that passes on",
    "getter that renames",
    "getter that changes trainable",
    "getter that returns a tensor",
    "getter that is not callable",
    "getter that counts",
    "getter object",
    "getter with its own scope",
    "getter that calls twice",
)
GETTERS = {
    "getter that passes on": "passing_getter",
    "getter that renames": "renaming_getter",
    "getter that changes trainable": "freezing_getter",
    "getter that returns a tensor": "tensor_getter",
    "getter that is not callable": "'getter'",
    "getter that counts": "counting_getter",
    "getter object": "Getter('g')",
    "getter with its own scope": "scoping_getter",
    "getter that calls twice": "double_getter",
}


def getter(program):
    kind = program.weighted([(1.2 if kind == "getter that is not callable" else 2, kind) for kind in sorted(GETTERS)])
    program.mark(kind)
    return GETTERS[kind]


STATEMENTS.declare("regularizer", "no_regularizer", "own regularizer", "regularizer that gives nothing")


def regularizer(program):
    kind = program.choose(
        "regularizer", "regularizer", "no_regularizer", "own regularizer", "regularizer that gives nothing"
    )
    program.mark(kind)
    return {
        "regularizer": program.choose(
            "tf.contrib.layers.l2_regularizer(0.1)",
            "tf.keras.regularizers.l2(0.1)",
            "tf.contrib.layers.l1_regularizer(0.1)",
        ),
        "no_regularizer": "tf.no_regularizer",
        "own regularizer": "penalty",
        "regularizer that gives nothing": "lambda v: None",
    }[kind]


STATEMENTS.declare(
    "fixed_size_partitioner",
    "variable_axis_size_partitioner",
    "min_max_variable_partitioner",
    "own partitioner",
    "partitioner of one part",
    "wrong partitioner",
    "partition along an axis",
)


def partitioner(program):
    kind = program.weighted(
        [
            (6, "fixed_size_partitioner"),
            (2, "variable_axis_size_partitioner"),
            (1, "min_max_variable_partitioner"),
            (2, "own partitioner"),
            (1, "partitioner of one part"),
            (1.1, "wrong partitioner"),
            (2, "partition along an axis"),
        ]
    )
    program.mark(kind)
    return {
        "fixed_size_partitioner": "tf.fixed_size_partitioner(2)",
        "variable_axis_size_partitioner": program.choose(
            "tf.variable_axis_size_partitioner(8)", "tf.variable_axis_size_partitioner(16, max_shards=2)"
        ),
        "min_max_variable_partitioner": "tf.min_max_variable_partitioner(2, min_slice_size=8)",
        "own partitioner": "halves",
        "partitioner of one part": "tf.fixed_size_partitioner(1)",
        "wrong partitioner": program.choose(
            "lambda shape, dtype: [2, 2]",
            "lambda shape, dtype: 2",
            "'halves'",
            "lambda shape, dtype: [0] * len(shape.as_list())",
        ),
        "partition along an axis": "tf.fixed_size_partitioner(%s, axis=%s)"
        % (program.choose("2", "3"), program.choose("0", "1")),
    }[kind]
