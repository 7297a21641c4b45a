"""Classes around the calls."""

import naming_names as names
import naming_notes as notes
import naming_variables as variables
from program_text import Statements

STATEMENTS = Statements()

STATEMENTS.declare(
    "class with methods",
    "scope kept in an attribute",
    "two instances",
    "class with inheritance",
    "__call__ method",
    "static method",
    "class method",
    "property that makes a variable",
    "lazy attribute",
    "context manager class",
    "variables kept in a dictionary",
)


@STATEMENTS.kind(4)
def write_class(program):
    if not program.may_nest() or program.nesting > 2:
        return write_method_call(program)
    program.mark("class with methods")
    name, methods = program.fresh("Model"), []
    base = program.pick("class")
    with program.forgetting(), program.block(
        "class %s(%s):" % (name, base[0] if base and program.chance(0.8) else "object")
    ):
        inherits = base and base[0] in program.lines[-1]
        if inherits:
            program.mark("class with inheritance")
            methods += base[1]
        with program.function("def __init__(self, name=%s):" % names.scope_name(program)):
            program.line("self.name = name")
            if inherits and program.chance(0.7):
                program.line("super(%s, self).__init__(%s)" % (name, program.choose("", "name")))
            with program.block(
                "with tf.variable_scope(%s) as scope:"
                % program.choose("name", "None, name", "name, reuse=tf.AUTO_REUSE")
            ):
                program.mark("scope kept in an attribute")
                program.line("self.scope = scope")
                program.line("self.w = tf.get_variable('w', [2])")
        with program.function("def %s(self, x=None):" % program.choose("build", "__call__")):
            method = program.lines[-1].split("def ")[1].split("(")[0]
            if method == "__call__":
                program.mark("__call__ method")
            methods.append("(" if method == "__call__" else ".build(")
            with program.block(
                "with tf.variable_scope(self.scope%s):" % program.choose("", ", reuse=True", ", reuse=tf.AUTO_REUSE")
            ):
                program.body(2)
            program.line("return %s" % program.choose("self", "self.w", "tf.get_variable_scope()"))
        methods += write_other_methods(program)
    program.bind("class", (name, methods))
    if program.chance(0.4) and program.may_nest():
        write_class(program)
    for _ in range(program.random.randint(1, 2)):
        if program.chance(0.5) and program.pick("instance"):
            program.mark("two instances")
        write_instance(program, name, methods)


def write_other_methods(program):
    methods = []
    if program.chance(0.25):
        program.mark("static method")
        program.line("@staticmethod")
        with program.block("def static(name='static'):"):
            program.line("return tf.get_variable(name, [3])")
        methods.append(".static(")
    if program.chance(0.25):
        program.mark("class method")
        program.line("@classmethod")
        with program.block("def of_class(cls):"):
            with program.block("with tf.variable_scope(cls.__name__):"):
                program.line("return tf.get_variable('w', [2])")
        methods.append(".of_class(")
    if program.chance(0.25):
        program.mark("property that makes a variable")
        program.line("@property")
        with program.block("def p(self):"):
            if program.chance(0.5):
                program.mark("lazy attribute")
                with program.block("if not hasattr(self, '_p'):"):
                    program.line("self._p = tf.Variable(0.0, name=self.name)")
                program.line("return self._p")
            else:
                program.line("return tf.get_variable(self.name + '_p', [])")
        methods.append(".p")
    return methods


def write_instance(program, name, methods):
    instance = program.fresh("model")
    program.line("%s = %s(%s)" % (instance, name, program.choose("", names.scope_name(program))))
    program.bind("instance", (instance, methods))
    write_method_call(program)


@STATEMENTS.kind(2.5)
def write_method_call(program):
    known = program.pick("instance")
    if known is None:
        return notes.write_note(program)
    instance, methods = known
    method = program.random.choice(methods)
    variables.protected(program, instance + method + (")" if method.endswith("(") else ""), "result", risk=0.4)
    if program.chance(0.3):
        program.bind("scope", instance + ".scope")


@STATEMENTS.kind(1.2)
def write_manager_class(program):
    if not program.may_nest():
        return
    program.mark("context manager class")
    name = program.fresh("Scope")
    with program.block("class %s(object):" % name):
        with program.block("def __init__(self, name):"):
            program.line("self.manager = tf.variable_scope(name%s)" % program.choose("", ", reuse=tf.AUTO_REUSE"))
        with program.block("def __enter__(self):"):
            program.line("return self.manager.__enter__()")
        with program.block("def __exit__(self, *exception):"):
            program.line("return self.manager.__exit__(*exception)%s" % program.choose("", " or True"))
    scope = program.fresh("scope")
    for _ in range(program.random.randint(1, 2)):
        with program.block("with %s(%s) as %s:" % (name, names.scope_name(program), scope)):
            program.body(2)
    program.bind("scope", scope)


@STATEMENTS.kind(1)
def write_dictionary(program):
    program.mark("variables kept in a dictionary")
    name = program.fresh("weights")
    entries = [
        "%r: %s"
        % (
            key,
            (
                variables.get_variable_call(program)
                if program.chance(0.6)
                else "tf.Variable(tf.zeros([2, 3]), name=%r)" % key
            ),
        )
        for key in program.random.sample(("w", "b", "out", "hidden"), program.random.randint(1, 3))
    ]
    variables.protected(program, "{%s}" % ", ".join(entries), "result")
    program.line("%s = {'w%%d' %% i: tf.Variable(float(i), name='w%%d' %% i) for i in range(2)}" % name)
    program.line("log.append(str(sorted(v.name for v in %s.values())))" % name)
    program.bind("variable", name + "['w0']")
    program.bind("plain variable", name + "['w1']")
