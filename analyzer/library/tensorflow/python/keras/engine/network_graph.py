"""The order of a functional model's layers: by depth, the longest way to an output."""
from tensorflow.python.util import nest


def ordered(inputs, outputs):
    """The nodes of a model and its layers, from the inputs to the outputs."""
    places = {}   # of layers, as a walk from the outputs comes to them
    nodes = _walk(outputs, places)
    depth_of_node, depth_of_layer, found, layers = {}, {}, [], []
    for node in reversed(nodes):
        layer = node.outbound_layer
        depth = max(depth_of_node.get(id(node), 0), depth_of_layer.get(id(layer), 0))
        _note(depth_of_layer, layers, layer, depth)
        _note(depth_of_node, found, node, depth)
        for before in node.before():
            _note(depth_of_node, found, before, max(depth + 1, depth_of_node.get(id(before), 0)))
    for tensor in inputs:
        layer = tensor._keras_history[0]
        if id(layer) not in depth_of_layer:
            _note(depth_of_layer, layers, layer, 0)
            places[id(layer)] = -1
            _note(depth_of_node, found, layer._inbound_nodes[0], 0)
    layers = sorted(layers, key=lambda layer: (-depth_of_layer[id(layer)], places[id(layer)]))
    found = sorted(found, key=lambda node: -depth_of_node[id(node)])
    _check_connected(inputs, found)
    names = [layer.name for layer in layers]
    for name in names:
        if names.count(name) != 1:
            raise ValueError("The name \"" + name + "\" is used " + str(names.count(name)) +
                             " times in the model. All layer names should be unique.")
    return found, layers


def _note(depths, items, item, depth):
    if id(item) not in depths:
        items.append(item)
    depths[id(item)] = depth


def _walk(outputs, places):
    """Nodes behind the outputs, each after those that it needs. A stack of our own: models may be deep."""
    finished, done = [], set()
    waiting = [(output._keras_history[0]._inbound_nodes[output._keras_history[1]], False)
               for output in reversed(list(outputs))]
    while waiting:
        node, expanded = waiting.pop()
        if expanded:
            finished.append(node)
            continue
        if id(node) in done:
            continue
        done.add(id(node))
        places.setdefault(id(node.outbound_layer), len(places))
        waiting.append((node, True))
        waiting.extend([(before, False) for before in reversed(node.before())])
    return finished


def _check_connected(inputs, nodes):
    computable, complete = set([id(tensor) for tensor in inputs]), []
    for node in nodes:
        for tensor in nest.flatten(node.input_tensors):
            if id(tensor) not in computable:
                raise ValueError("Graph disconnected: cannot obtain value for tensor " + str(tensor) + " at layer \"" +
                                 node.outbound_layer.name + "\". The following previous layers were accessed without issue: "
                                 + str(complete))
        computable.update([id(tensor) for tensor in nest.flatten(node.output_tensors)])
        complete.append(node.outbound_layer.name)
