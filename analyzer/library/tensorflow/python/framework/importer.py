"""import_graph_def: the nodes of a graph definition as operations. They take names but are no variables."""
import _tfscope
from tensorflow.python.framework import ops


def import_graph_def(graph_def, input_map=None, return_elements=None, name=None, op_dict=None, producer_op_list=None):
    if not isinstance(graph_def, ops.GraphDef):
        if _tfscope.is_unknown(graph_def):
            ops.get_default_graph()._is_imported = True
            return None if return_elements is None else [_tfscope.unknown("opaque") for _ in return_elements]
        raise TypeError("graph_def must be a GraphDef proto.")
    graph = ops.get_default_graph()
    prefix = ""
    with ops.name_scope("import" if name is None else name) as scope:
        prefix = scope
    made = {}
    taken, imported = _names_and_prefixes(graph), set([node.name for node in graph_def.node])
    with ops.name_scope(None):
        for node in graph_def.node:
            name = _free_name(prefix + node.name, taken, imported)
            made[node.name] = _import_node(graph, name, node, input_map or {}, made)
    if return_elements is None:
        return None
    return [_element(made, wanted) for wanted in return_elements]


def _import_node(graph, name, node, input_map, made):
    source = node._operation
    inputs = []
    for tensor in source.inputs:
        mapped = input_map.get(tensor.name, input_map.get(tensor.op.name))
        if mapped is None:
            mapped = made[tensor.op.name].outputs[tensor.value_index] if tensor.op.name in made else tensor
        inputs.append(ops.convert_to_tensor(mapped))
    if graph.unique_name(name, mark_as_used=False) == name:
        graph.unique_name(name)
    return ops.create_op(node.op, [tensor for tensor in inputs if tensor.graph is graph],
                         [(output.get_shape(), output.dtype) for output in source.outputs], name + "/",
                         source.outputs[0]._value if source.outputs else None, source._attributes)


def _names_and_prefixes(graph):
    """The names of operations, and what comes before a slash in one."""
    taken = set()
    for op in graph.get_operations():
        name = op.name
        while name and name not in taken:
            taken.add(name)
            name = name.rpartition("/")[0]
    return taken


def _free_name(wanted, taken, imported):
    """Names of imported operations are made unique with regard to case, and not by the names of empty scopes."""
    name, count = wanted, 0
    while name in taken or count > 0 and name in imported:
        count += 1
        name = "%s_%d" % (wanted, count)
    return name


def _element(made, wanted):
    op_name, _, index = wanted.partition(":")
    if op_name not in made:
        raise ValueError("Requested return_element %r not found in graph_def." % wanted)
    return made[op_name].outputs[int(index)] if index else made[op_name]
